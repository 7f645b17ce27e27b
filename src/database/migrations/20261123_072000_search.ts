/**
 * The full-text index of what readers may see. Written by hand: virtual tables are unknown to the schema that
 * migrations are generated from, so there is no snapshot beside this file and none is wanted.
 * `verbatim ledger replay` fills it for what was published before.
 */
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`reader_search\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`kind\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`sort_key\` text NOT NULL,
  	\`facets\` text NOT NULL
  );
  `)
  await db.run(
    sql`CREATE UNIQUE INDEX \`reader_search_kind_key_idx\` ON \`reader_search\` (\`kind\`,\`key\`);`,
  )
  await db.run(sql`CREATE VIRTUAL TABLE \`reader_words\` USING fts5(
  	title, lead, names, text,
  	tokenize='ascii', prefix='2 3'
  );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`reader_words\`;`)
  await db.run(sql`DROP TABLE \`reader_search\`;`)
}
