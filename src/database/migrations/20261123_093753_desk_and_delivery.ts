import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`notes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`article_id\` text(36),
  	\`thread_id\` text(36),
  	\`text\` text NOT NULL,
  	\`range_exact\` text,
  	\`range_prefix\` text,
  	\`range_suffix\` text,
  	\`is_resolved\` integer DEFAULT false,
  	\`resolved_by_id\` text(36),
  	\`resolved_at\` text,
  	\`created_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`thread_id\`) REFERENCES \`notes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`resolved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notes_article_idx\` ON \`notes\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`notes_thread_idx\` ON \`notes\` (\`thread_id\`);`)
  await db.run(sql`CREATE INDEX \`notes_is_resolved_idx\` ON \`notes\` (\`is_resolved\`);`)
  await db.run(sql`CREATE INDEX \`notes_resolved_by_idx\` ON \`notes\` (\`resolved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`notes_created_by_idx\` ON \`notes\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`notes_updated_at_idx\` ON \`notes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notes_created_at_idx\` ON \`notes\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`article_createdAt_idx\` ON \`notes\` (\`article_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`notes_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notes_rels_order_idx\` ON \`notes_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`notes_rels_parent_idx\` ON \`notes_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`notes_rels_path_idx\` ON \`notes_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`notes_rels_users_id_idx\` ON \`notes_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`notifications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`user_id\` text(36),
  	\`kind\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`article_id\` text(36),
  	\`actor_name\` text,
  	\`at\` text NOT NULL,
  	\`read_at\` text,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notifications_user_idx\` ON \`notifications\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`notifications_article_idx\` ON \`notifications\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`notifications_at_idx\` ON \`notifications\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`user_at_idx\` ON \`notifications\` (\`user_id\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`presence\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`article_id\` text NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`user_name\` text NOT NULL,
  	\`seen_at\` text NOT NULL,
  	\`typed_at\` text,
  	\`locked_at\` text,
  	\`taken_over_by\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`presence_key_idx\` ON \`presence\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`presence_article_id_idx\` ON \`presence\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`presence_seen_at_idx\` ON \`presence\` (\`seen_at\`);`)
  await db.run(sql`CREATE TABLE \`users_mail_for\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_mail_for_order_idx\` ON \`users_mail_for\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_mail_for_parent_idx\` ON \`users_mail_for\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subscription_id\` text(36),
  	\`at\` text NOT NULL,
  	\`message_id\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`seq\` numeric,
  	\`attempt\` numeric,
  	\`outcome\` text NOT NULL,
  	\`status\` numeric,
  	\`duration_ms\` numeric,
  	\`error\` text,
  	\`next_attempt_at\` text,
  	FOREIGN KEY (\`subscription_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`deliveries_subscription_idx\` ON \`deliveries\` (\`subscription_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_at_idx\` ON \`deliveries\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_message_id_idx\` ON \`deliveries\` (\`message_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_seq_idx\` ON \`deliveries\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`subscription_at_idx\` ON \`deliveries\` (\`subscription_id\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`reader_withheld\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`article_id\` text NOT NULL,
  	\`embargo_until\` text NOT NULL,
  	\`section_slug\` text,
  	\`story\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`reader_withheld_article_id_idx\` ON \`reader_withheld\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`reader_withheld_embargo_until_idx\` ON \`reader_withheld\` (\`embargo_until\`);`)
  await db.run(sql`CREATE INDEX \`reader_withheld_section_slug_idx\` ON \`reader_withheld\` (\`section_slug\`);`)
  await db.run(sql`ALTER TABLE \`articles_corrections\` ADD \`placement\` text DEFAULT 'end';`)
  await db.run(sql`ALTER TABLE \`articles_corrections\` ADD \`beside\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`replaces_id\` text(36) REFERENCES articles(id);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`is_history_public\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`approved_by_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`approved_at\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`approval_void\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`priority\` text DEFAULT 'normal';`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`change_note\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`change_placement\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`change_beside\` text;`)
  await db.run(sql`CREATE INDEX \`articles_replaces_idx\` ON \`articles\` (\`replaces_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_approved_by_idx\` ON \`articles\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_priority_idx\` ON \`articles\` (\`priority\`);`)
  await db.run(sql`ALTER TABLE \`articles_rels\` ADD \`articles_id\` text(36) REFERENCES articles(id);`)
  await db.run(sql`CREATE INDEX \`articles_rels_articles_id_idx\` ON \`articles_rels\` (\`articles_id\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v_version_corrections\` ADD \`placement\` text DEFAULT 'end';`)
  await db.run(sql`ALTER TABLE \`_articles_v_version_corrections\` ADD \`beside\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_replaces_id\` text(36) REFERENCES articles(id);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_is_history_public\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_approved_by_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_approved_at\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_approval_void\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_priority\` text DEFAULT 'normal';`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_change_note\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_change_placement\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_change_beside\` text;`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_replaces_idx\` ON \`_articles_v\` (\`version_replaces_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_approved_by_idx\` ON \`_articles_v\` (\`version_approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_priority_idx\` ON \`_articles_v\` (\`version_priority\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v_rels\` ADD \`articles_id\` text(36) REFERENCES articles(id);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_articles_id_idx\` ON \`_articles_v_rels\` (\`articles_id\`);`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`change\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`topic\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`notice_to\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`secret\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`old_secret\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`old_secret_until\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`secret_hint\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`attempts\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`next_attempt_at\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`failing_since\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`last_delivered_at\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`last_error\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`disabled_reason\` text;`)
  await db.run(sql`CREATE INDEX \`subscriptions_next_attempt_at_idx\` ON \`subscriptions\` (\`next_attempt_at\`);`)
  await db.run(sql`ALTER TABLE \`consumers\` ADD \`rate_per_minute\` numeric;`)
  await db.run(sql`ALTER TABLE \`consumers\` ADD \`is_revoked\` integer DEFAULT false;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`notes\`;`)
  await db.run(sql`DROP TABLE \`notes_rels\`;`)
  await db.run(sql`DROP TABLE \`notifications\`;`)
  await db.run(sql`DROP TABLE \`presence\`;`)
  await db.run(sql`DROP TABLE \`users_mail_for\`;`)
  await db.run(sql`DROP TABLE \`deliveries\`;`)
  await db.run(sql`DROP TABLE \`reader_withheld\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_articles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`headline\` text,
  	\`standfirst\` text,
  	\`body\` text,
  	\`byline_override\` text,
  	\`section_id\` text(36),
  	\`kind\` text DEFAULT 'report',
  	\`language\` text DEFAULT 'en',
  	\`dateline\` text,
  	\`lead_image_id\` text(36),
  	\`lead_caption\` text,
  	\`found_credit_raw\` text,
  	\`found_credit_creator\` text,
  	\`found_credit_platform\` text,
  	\`private_notes\` text,
  	\`slug\` text,
  	\`state\` text DEFAULT 'draft',
  	\`state_reason\` text,
  	\`scheduled_for\` text,
  	\`embargo_until\` text,
  	\`approved_hash\` text,
  	\`schedule_problem\` text,
  	\`assignee_id\` text(36),
  	\`due_at\` text,
  	\`checks_legal\` text DEFAULT 'not needed',
  	\`checks_pictures\` text DEFAULT 'not needed',
  	\`checks_facts\` text DEFAULT 'not needed',
  	\`override_reason\` text,
  	\`first_published_at\` text,
  	\`retraction_at\` text,
  	\`retraction_reason\` text,
  	\`created_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`section_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lead_image_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`assignee_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_articles\`("id", "headline", "standfirst", "body", "byline_override", "section_id", "kind", "language", "dateline", "lead_image_id", "lead_caption", "found_credit_raw", "found_credit_creator", "found_credit_platform", "private_notes", "slug", "state", "state_reason", "scheduled_for", "embargo_until", "approved_hash", "schedule_problem", "assignee_id", "due_at", "checks_legal", "checks_pictures", "checks_facts", "override_reason", "first_published_at", "retraction_at", "retraction_reason", "created_by_id", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "headline", "standfirst", "body", "byline_override", "section_id", "kind", "language", "dateline", "lead_image_id", "lead_caption", "found_credit_raw", "found_credit_creator", "found_credit_platform", "private_notes", "slug", "state", "state_reason", "scheduled_for", "embargo_until", "approved_hash", "schedule_problem", "assignee_id", "due_at", "checks_legal", "checks_pictures", "checks_facts", "override_reason", "first_published_at", "retraction_at", "retraction_reason", "created_by_id", "updated_at", "created_at", "deleted_at", "_status" FROM \`articles\`;`)
  await db.run(sql`DROP TABLE \`articles\`;`)
  await db.run(sql`ALTER TABLE \`__new_articles\` RENAME TO \`articles\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`articles_section_idx\` ON \`articles\` (\`section_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_lead_image_idx\` ON \`articles\` (\`lead_image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_slug_idx\` ON \`articles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`articles_state_idx\` ON \`articles\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`articles_scheduled_for_idx\` ON \`articles\` (\`scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`articles_embargo_until_idx\` ON \`articles\` (\`embargo_until\`);`)
  await db.run(sql`CREATE INDEX \`articles_assignee_idx\` ON \`articles\` (\`assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_first_published_at_idx\` ON \`articles\` (\`first_published_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_by_idx\` ON \`articles\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_deleted_at_idx\` ON \`articles\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_idx\` ON \`articles\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`state_updatedAt_idx\` ON \`articles\` (\`state\`,\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`section_updatedAt_idx\` ON \`articles\` (\`section_id\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_articles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`quotes_id\` text(36),
  	\`sources_id\` text(36),
  	\`images_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`quotes_id\`) REFERENCES \`quotes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`images_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_articles_rels\`("id", "order", "parent_id", "path", "quotes_id", "sources_id", "images_id") SELECT "id", "order", "parent_id", "path", "quotes_id", "sources_id", "images_id" FROM \`articles_rels\`;`)
  await db.run(sql`DROP TABLE \`articles_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_articles_rels\` RENAME TO \`articles_rels\`;`)
  await db.run(sql`CREATE INDEX \`articles_rels_order_idx\` ON \`articles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_parent_idx\` ON \`articles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_path_idx\` ON \`articles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_quotes_id_idx\` ON \`articles_rels\` (\`quotes_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_sources_id_idx\` ON \`articles_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_images_id_idx\` ON \`articles_rels\` (\`images_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__articles_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_headline\` text,
  	\`version_standfirst\` text,
  	\`version_body\` text,
  	\`version_byline_override\` text,
  	\`version_section_id\` text(36),
  	\`version_kind\` text DEFAULT 'report',
  	\`version_language\` text DEFAULT 'en',
  	\`version_dateline\` text,
  	\`version_lead_image_id\` text(36),
  	\`version_lead_caption\` text,
  	\`version_found_credit_raw\` text,
  	\`version_found_credit_creator\` text,
  	\`version_found_credit_platform\` text,
  	\`version_private_notes\` text,
  	\`version_slug\` text,
  	\`version_state\` text DEFAULT 'draft',
  	\`version_state_reason\` text,
  	\`version_scheduled_for\` text,
  	\`version_embargo_until\` text,
  	\`version_approved_hash\` text,
  	\`version_schedule_problem\` text,
  	\`version_assignee_id\` text(36),
  	\`version_due_at\` text,
  	\`version_checks_legal\` text DEFAULT 'not needed',
  	\`version_checks_pictures\` text DEFAULT 'not needed',
  	\`version_checks_facts\` text DEFAULT 'not needed',
  	\`version_override_reason\` text,
  	\`version_first_published_at\` text,
  	\`version_retraction_at\` text,
  	\`version_retraction_reason\` text,
  	\`version_created_by_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_section_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_lead_image_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_assignee_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__articles_v\`("id", "parent_id", "version_headline", "version_standfirst", "version_body", "version_byline_override", "version_section_id", "version_kind", "version_language", "version_dateline", "version_lead_image_id", "version_lead_caption", "version_found_credit_raw", "version_found_credit_creator", "version_found_credit_platform", "version_private_notes", "version_slug", "version_state", "version_state_reason", "version_scheduled_for", "version_embargo_until", "version_approved_hash", "version_schedule_problem", "version_assignee_id", "version_due_at", "version_checks_legal", "version_checks_pictures", "version_checks_facts", "version_override_reason", "version_first_published_at", "version_retraction_at", "version_retraction_reason", "version_created_by_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave") SELECT "id", "parent_id", "version_headline", "version_standfirst", "version_body", "version_byline_override", "version_section_id", "version_kind", "version_language", "version_dateline", "version_lead_image_id", "version_lead_caption", "version_found_credit_raw", "version_found_credit_creator", "version_found_credit_platform", "version_private_notes", "version_slug", "version_state", "version_state_reason", "version_scheduled_for", "version_embargo_until", "version_approved_hash", "version_schedule_problem", "version_assignee_id", "version_due_at", "version_checks_legal", "version_checks_pictures", "version_checks_facts", "version_override_reason", "version_first_published_at", "version_retraction_at", "version_retraction_reason", "version_created_by_id", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "latest", "autosave" FROM \`_articles_v\`;`)
  await db.run(sql`DROP TABLE \`_articles_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__articles_v\` RENAME TO \`_articles_v\`;`)
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_section_idx\` ON \`_articles_v\` (\`version_section_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_lead_image_idx\` ON \`_articles_v\` (\`version_lead_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_slug_idx\` ON \`_articles_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_state_idx\` ON \`_articles_v\` (\`version_state\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_scheduled_for_idx\` ON \`_articles_v\` (\`version_scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_embargo_until_idx\` ON \`_articles_v\` (\`version_embargo_until\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_assignee_idx\` ON \`_articles_v\` (\`version_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_first_published_at_idx\` ON \`_articles_v\` (\`version_first_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_created_by_idx\` ON \`_articles_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_updated_at_idx\` ON \`_articles_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_created_at_idx\` ON \`_articles_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_deleted_at_idx\` ON \`_articles_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version__status_idx\` ON \`_articles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_created_at_idx\` ON \`_articles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_updated_at_idx\` ON \`_articles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_latest_idx\` ON \`_articles_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_autosave_idx\` ON \`_articles_v\` (\`autosave\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_idx\` ON \`_articles_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_state_version_updatedAt_idx\` ON \`_articles_v\` (\`version_state\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_section_version_updatedAt_idx\` ON \`_articles_v\` (\`version_section_id\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__articles_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`quotes_id\` text(36),
  	\`sources_id\` text(36),
  	\`images_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`quotes_id\`) REFERENCES \`quotes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`images_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__articles_v_rels\`("id", "order", "parent_id", "path", "quotes_id", "sources_id", "images_id") SELECT "id", "order", "parent_id", "path", "quotes_id", "sources_id", "images_id" FROM \`_articles_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__articles_v_rels\` RENAME TO \`_articles_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_order_idx\` ON \`_articles_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_parent_idx\` ON \`_articles_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_path_idx\` ON \`_articles_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_quotes_id_idx\` ON \`_articles_v_rels\` (\`quotes_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_sources_id_idx\` ON \`_articles_v_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_images_id_idx\` ON \`_articles_v_rels\` (\`images_id\`);`)
  await db.run(sql`DROP INDEX \`subscriptions_next_attempt_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`topic\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`notice_to\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`secret\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`old_secret\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`old_secret_until\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`secret_hint\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`attempts\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`next_attempt_at\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`failing_since\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`last_delivered_at\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`last_error\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`disabled_reason\`;`)
  await db.run(sql`ALTER TABLE \`articles_corrections\` DROP COLUMN \`placement\`;`)
  await db.run(sql`ALTER TABLE \`articles_corrections\` DROP COLUMN \`beside\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v_version_corrections\` DROP COLUMN \`placement\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v_version_corrections\` DROP COLUMN \`beside\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`change\`;`)
  await db.run(sql`ALTER TABLE \`consumers\` DROP COLUMN \`rate_per_minute\`;`)
  await db.run(sql`ALTER TABLE \`consumers\` DROP COLUMN \`is_revoked\`;`)
}
