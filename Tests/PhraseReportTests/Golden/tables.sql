CREATE TABLE "corpus" (
  "fact" TEXT NOT NULL,
  "value" TEXT,
  PRIMARY KEY ("fact")
) WITHOUT ROWID;
INSERT INTO "corpus" VALUES (?, ?);
CREATE TABLE "curve" (
  "length" INTEGER NOT NULL,
  "tokens" INTEGER,
  "share" REAL,
  PRIMARY KEY ("length")
) WITHOUT ROWID;
INSERT INTO "curve" VALUES (?, ?, ?);
CREATE TABLE "years" (
  "year" INTEGER NOT NULL,
  "documents" INTEGER,
  "tokens" INTEGER,
  "counted" INTEGER,
  "share" REAL,
  "frame" INTEGER,
  "frame_wanted" INTEGER,
  "frame_minimum" INTEGER,
  "partial" INTEGER,
  PRIMARY KEY ("year")
) WITHOUT ROWID;
INSERT INTO "years" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);
CREATE TABLE "documents" (
  "document" TEXT NOT NULL,
  "path" TEXT,
  "part" INTEGER,
  "title" TEXT,
  "format" TEXT,
  "group_leader" TEXT,
  "series" TEXT,
  "year" INTEGER,
  "date" TEXT,
  "place" TEXT,
  "author" TEXT,
  "meta_department" TEXT,
  "meta_note" TEXT,
  "shingle_length" INTEGER,
  "characters" INTEGER,
  "tokens" INTEGER,
  "allowed" INTEGER,
  "stock" INTEGER,
  "borrowed" INTEGER,
  "shared" INTEGER,
  "repeated" INTEGER,
  "original" INTEGER,
  "stock_formula" INTEGER,
  "stock_term" INTEGER,
  "stock_title" INTEGER,
  "stock_quotation" INTEGER,
  "found" INTEGER,
  "found_without_series" INTEGER,
  "found_net" INTEGER,
  "found_net_of" INTEGER,
  "largest_source" TEXT,
  "largest_source_tokens" INTEGER,
  "places" INTEGER,
  "places_per_10000_characters" REAL,
  PRIMARY KEY ("document"),
  FOREIGN KEY ("group_leader") REFERENCES "documents",
  FOREIGN KEY ("largest_source") REFERENCES "documents"
) WITHOUT ROWID;
INSERT INTO "documents" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
CREATE INDEX "documents_group_leader" ON "documents" ("group_leader");
CREATE INDEX "documents_largest_source" ON "documents" ("largest_source");
CREATE TABLE "families" (
  "family" TEXT NOT NULL,
  "rank" INTEGER,
  "kind" TEXT,
  "kind_is_sure" INTEGER,
  "canonical" TEXT,
  "template" TEXT,
  "tokens" INTEGER,
  "sources" INTEGER,
  "occurrences" INTEGER,
  "nested" INTEGER,
  "variants" INTEGER,
  "place_tokens" INTEGER,
  "score" REAL,
  "scope" TEXT,
  "series" INTEGER,
  "first_year" INTEGER,
  "last_year" INTEGER,
  "per_10000_characters" REAL,
  "documents" INTEGER,
  "dp" REAL,
  "dp_norm" REAL,
  PRIMARY KEY ("family")
) WITHOUT ROWID;
INSERT INTO "families" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
CREATE TABLE "variants" (
  "family" TEXT NOT NULL,
  "variant" INTEGER NOT NULL,
  "text" TEXT,
  "sources" INTEGER,
  "occurrences" INTEGER,
  PRIMARY KEY ("family", "variant"),
  FOREIGN KEY ("family") REFERENCES "families"
) WITHOUT ROWID;
INSERT INTO "variants" VALUES (?, ?, ?, ?, ?);
CREATE TABLE "places" (
  "family" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "document" TEXT,
  "start_byte" INTEGER,
  "end_byte" INTEGER,
  "line_number" INTEGER,
  "column_number" INTEGER,
  "variant" INTEGER,
  "similarity" REAL,
  "text" TEXT,
  PRIMARY KEY ("family", "place"),
  FOREIGN KEY ("family") REFERENCES "families",
  FOREIGN KEY ("family", "variant") REFERENCES "variants",
  FOREIGN KEY ("document") REFERENCES "documents"
) WITHOUT ROWID;
INSERT INTO "places" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
CREATE INDEX "places_family_variant" ON "places" ("family", "variant");
CREATE INDEX "places_document" ON "places" ("document");
CREATE TABLE "pairs" (
  "left_document" TEXT NOT NULL,
  "right_document" TEXT NOT NULL,
  "shared_tokens" INTEGER,
  "passages" INTEGER,
  PRIMARY KEY ("left_document", "right_document"),
  FOREIGN KEY ("left_document") REFERENCES "documents",
  FOREIGN KEY ("right_document") REFERENCES "documents"
) WITHOUT ROWID;
INSERT INTO "pairs" VALUES (?, ?, ?, ?);
CREATE INDEX "pairs_right_document" ON "pairs" ("right_document");
CREATE TABLE "passages" (
  "left_document" TEXT NOT NULL,
  "right_document" TEXT NOT NULL,
  "passage" INTEGER NOT NULL,
  "left_start_byte" INTEGER,
  "left_end_byte" INTEGER,
  "right_start_byte" INTEGER,
  "right_end_byte" INTEGER,
  "similarity" REAL,
  "left_text" TEXT,
  PRIMARY KEY ("left_document", "right_document", "passage"),
  FOREIGN KEY ("left_document", "right_document") REFERENCES "pairs"
) WITHOUT ROWID;
INSERT INTO "passages" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);
CREATE TABLE "sentences" (
  "document" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "start_byte" INTEGER,
  "end_byte" INTEGER,
  "verdict" TEXT,
  "tokens" INTEGER,
  "allowed" INTEGER,
  "stock" INTEGER,
  "borrowed" INTEGER,
  "shared" INTEGER,
  "repeated" INTEGER,
  "original" INTEGER,
  "text" TEXT,
  PRIMARY KEY ("document", "sentence"),
  FOREIGN KEY ("document") REFERENCES "documents"
) WITHOUT ROWID;
INSERT INTO "sentences" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
