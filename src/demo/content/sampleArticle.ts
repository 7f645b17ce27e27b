/** The sample of real content, as it was copied from a page: toolbar, lost block quotes and all. */
export const sampleArticle = `• Print Friendly, PDF & Email
  • Send to Kindle

Iran Pours Forces into Iraq, Promises U.S. “Will Feel the Heat”

Gains being made across Iraq by the radical Sunni group the Islamic State in Iraq and the Levant (ISIS) – Iraq’s second largest city of Mosul on Tuesday, Saddam Hussein’s hometown of Tikrit on Wednesday, and what appeared to be further gains aimed at marching on Baghdad on Thursday – have triggered an armed Iranian response, with the Islamic republic pouring assets into the country to bolster the Shiite-led government of Prime Minister Nouri al-Maliki.

The Wall Street Journal reported late Thursday that Iranian forces had enabled the central government to regain control of most of Tikrit, and there was evidence that Iraqi Shiite forces currently waging war on behalf of the Bashar al-Assad regime in Syria had been recalled back into the country:

A source close to Hezbollah told NOW’s correspondent that prominent Iraqi Shiite cleric Moqtada al-Sadr announced the formation of a military group aimed at protecting Shiite shrines following the latest developments in Iraq, and the deployment of ISIS gunmen in Mosul.

Top Iranian officials declared that Tehran was willing to push even more assets into Iraq, which they read as part of a global war with Iran opposite the U.S. and its Middle East allies. Al Monitor quoted one senior Iranian official declaring that “the fire will burn those are backing ISIS. The United States and Saudi Arabia will feel the heat soon.”

Nonetheless Thursday also saw the development of what seems to be an inevitable debate in Western capitals, and especially in Washington, over the degree to which counter-terror coordination with Iran was desirable or possible.

The Telegraph published an opinion that tersely insisted that “as Middle East borders are redrawn by jihadists, the West should regard Iran as an ally” and was met with criticism from U.S. experts:

As a policy argument the stance is not new, stretching back to the immediate post-Sept. 11 era when it was argued by some that the U.S. and Iran shared ‘mutual interests’ in stabilizing the Middle East. The argument fell into disfavor in subsequent years as intelligence revealed that Iran was actively destabilizing Iraq and Afghanistan, and was providing insurgents with weapons to kill American and allied troops:

Sen. Lindsey Graham, R-S.C., also a member of the Armed Services Committee, said he believed Iran was involved in supplying advanced IED technology to insurgents. “My concern is that we’re dealing with a thinking enemy who has adapted his techniques to be more lethal in the area of IEDs,” Graham said.

The State Department’s 2014 country-by-country terrorism report assessed that “despite its pledge to support Iraq’s stabilization, Iran trained, funded, and provided guidance to Iraqi Shia militant groups.” The same report revealed that Iran was also facilitating the transit of Sunni jihadists, effectively fueling both sides of instability-generating regional Sunni-Shiite conflicts.

[Photo: Top World News / YouTube]`
