import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`quotes_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`quotes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`quotes_texts_order_parent\` ON \`quotes_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_quotes_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_quotes_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_quotes_v_texts_order_parent\` ON \`_quotes_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`sources_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sources_rels_order_idx\` ON \`sources_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`sources_rels_parent_idx\` ON \`sources_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`sources_rels_path_idx\` ON \`sources_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`sources_rels_users_id_idx\` ON \`sources_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`evidence_files\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`sha256\` text,
  	\`created_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`evidence_files_sha256_idx\` ON \`evidence_files\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`evidence_files_created_by_idx\` ON \`evidence_files\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`evidence_files_updated_at_idx\` ON \`evidence_files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`evidence_files_created_at_idx\` ON \`evidence_files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`evidence_files_filename_idx\` ON \`evidence_files\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`payload\` text,
  	\`run_at\` text NOT NULL,
  	\`state\` text DEFAULT 'waiting' NOT NULL,
  	\`lease_owner\` text,
  	\`lease_until\` text,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`last_error\` text,
  	\`finished_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`jobs_kind_idx\` ON \`jobs\` (\`kind\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`jobs_key_idx\` ON \`jobs\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`jobs_run_at_idx\` ON \`jobs\` (\`run_at\`);`)
  await db.run(sql`CREATE INDEX \`jobs_lease_until_idx\` ON \`jobs\` (\`lease_until\`);`)
  await db.run(sql`CREATE INDEX \`state_runAt_idx\` ON \`jobs\` (\`state\`,\`run_at\`);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`override_reason\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_override_reason\` text;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_tier\` text;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_start\` numeric;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_end\` numeric;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_exact\` text;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_prefix\` text;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_suffix\` text;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_diff\` text;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_words\` text;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_evidence_sha256\` text;`)
  await db.run(sql`ALTER TABLE \`quotes\` ADD \`check_checked_at\` text;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_tier\` text;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_start\` numeric;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_end\` numeric;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_exact\` text;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_prefix\` text;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_suffix\` text;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_diff\` text;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_words\` text;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_evidence_sha256\` text;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` ADD \`version_check_checked_at\` text;`)
  await db.run(sql`ALTER TABLE \`evidence\` ADD \`original_id\` text(36) REFERENCES evidence_files(id);`)
  await db.run(sql`CREATE INDEX \`evidence_original_idx\` ON \`evidence\` (\`original_id\`);`)
  await db.run(sql`ALTER TABLE \`_evidence_v\` ADD \`version_original_id\` text(36) REFERENCES evidence_files(id);`)
  await db.run(sql`CREATE INDEX \`_evidence_v_version_version_original_idx\` ON \`_evidence_v\` (\`version_original_id\`);`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`override\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`evidence_files_id\` text(36) REFERENCES evidence_files(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_evidence_files_id_idx\` ON \`payload_locked_documents_rels\` (\`evidence_files_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`quotes_texts\`;`)
  await db.run(sql`DROP TABLE \`_quotes_v_texts\`;`)
  await db.run(sql`DROP TABLE \`sources_rels\`;`)
  await db.run(sql`DROP TABLE \`evidence_files\`;`)
  await db.run(sql`DROP TABLE \`jobs\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_evidence\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`kind\` text DEFAULT 'text' NOT NULL,
  	\`text\` text NOT NULL,
  	\`source_id\` text(36),
  	\`url\` text,
  	\`captured_at\` text NOT NULL,
  	\`sha256\` text,
  	\`created_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_evidence\`("id", "title", "kind", "text", "source_id", "url", "captured_at", "sha256", "created_by_id", "updated_at", "created_at") SELECT "id", "title", "kind", "text", "source_id", "url", "captured_at", "sha256", "created_by_id", "updated_at", "created_at" FROM \`evidence\`;`)
  await db.run(sql`DROP TABLE \`evidence\`;`)
  await db.run(sql`ALTER TABLE \`__new_evidence\` RENAME TO \`evidence\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`evidence_source_idx\` ON \`evidence\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`evidence_captured_at_idx\` ON \`evidence\` (\`captured_at\`);`)
  await db.run(sql`CREATE INDEX \`evidence_sha256_idx\` ON \`evidence\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`evidence_created_by_idx\` ON \`evidence\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`evidence_updated_at_idx\` ON \`evidence\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`evidence_created_at_idx\` ON \`evidence\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`source_capturedAt_idx\` ON \`evidence\` (\`source_id\`,\`captured_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__evidence_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text NOT NULL,
  	\`version_kind\` text DEFAULT 'text' NOT NULL,
  	\`version_text\` text NOT NULL,
  	\`version_source_id\` text(36),
  	\`version_url\` text,
  	\`version_captured_at\` text NOT NULL,
  	\`version_sha256\` text,
  	\`version_created_by_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`evidence\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__evidence_v\`("id", "parent_id", "version_title", "version_kind", "version_text", "version_source_id", "version_url", "version_captured_at", "version_sha256", "version_created_by_id", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_title", "version_kind", "version_text", "version_source_id", "version_url", "version_captured_at", "version_sha256", "version_created_by_id", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_evidence_v\`;`)
  await db.run(sql`DROP TABLE \`_evidence_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__evidence_v\` RENAME TO \`_evidence_v\`;`)
  await db.run(sql`CREATE INDEX \`_evidence_v_parent_idx\` ON \`_evidence_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_evidence_v_version_version_source_idx\` ON \`_evidence_v\` (\`version_source_id\`);`)
  await db.run(sql`CREATE INDEX \`_evidence_v_version_version_captured_at_idx\` ON \`_evidence_v\` (\`version_captured_at\`);`)
  await db.run(sql`CREATE INDEX \`_evidence_v_version_version_sha256_idx\` ON \`_evidence_v\` (\`version_sha256\`);`)
  await db.run(sql`CREATE INDEX \`_evidence_v_version_version_created_by_idx\` ON \`_evidence_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_evidence_v_version_version_updated_at_idx\` ON \`_evidence_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_evidence_v_version_version_created_at_idx\` ON \`_evidence_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_evidence_v_created_at_idx\` ON \`_evidence_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_evidence_v_updated_at_idx\` ON \`_evidence_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_source_version_capturedAt_idx\` ON \`_evidence_v\` (\`version_source_id\`,\`version_captured_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text(36),
  	\`authors_id\` text(36),
  	\`sections_id\` text(36),
  	\`images_id\` text(36),
  	\`quotes_id\` text(36),
  	\`sources_id\` text(36),
  	\`evidence_id\` text(36),
  	\`users_id\` text(36),
  	\`subscriptions_id\` text(36),
  	\`consumers_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sections_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`images_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`quotes_id\`) REFERENCES \`quotes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`evidence_id\`) REFERENCES \`evidence\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`subscriptions_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`consumers_id\`) REFERENCES \`consumers\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "articles_id", "authors_id", "sections_id", "images_id", "quotes_id", "sources_id", "evidence_id", "users_id", "subscriptions_id", "consumers_id") SELECT "id", "order", "parent_id", "path", "articles_id", "authors_id", "sections_id", "images_id", "quotes_id", "sources_id", "evidence_id", "users_id", "subscriptions_id", "consumers_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_authors_id_idx\` ON \`payload_locked_documents_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sections_id_idx\` ON \`payload_locked_documents_rels\` (\`sections_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_images_id_idx\` ON \`payload_locked_documents_rels\` (\`images_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_quotes_id_idx\` ON \`payload_locked_documents_rels\` (\`quotes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sources_id_idx\` ON \`payload_locked_documents_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_evidence_id_idx\` ON \`payload_locked_documents_rels\` (\`evidence_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_subscriptions_id_idx\` ON \`payload_locked_documents_rels\` (\`subscriptions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_consumers_id_idx\` ON \`payload_locked_documents_rels\` (\`consumers_id\`);`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`override_reason\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_override_reason\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_tier\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_start\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_end\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_exact\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_prefix\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_suffix\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_diff\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_words\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_evidence_sha256\`;`)
  await db.run(sql`ALTER TABLE \`quotes\` DROP COLUMN \`check_checked_at\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_tier\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_start\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_end\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_exact\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_prefix\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_suffix\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_diff\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_words\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_evidence_sha256\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v\` DROP COLUMN \`version_check_checked_at\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`override\`;`)
}
