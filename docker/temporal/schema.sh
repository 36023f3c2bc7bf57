#!/bin/sh
# Brings both of Temporal's databases to the schema of this image. Run again after an upgrade, it adds what is new.
set -eu
versions=/etc/temporal/schema/postgresql/v12

bring_up_to_date() {
  tool="temporal-sql-tool --plugin $SQL_PLUGIN --ep $SQL_HOST -p $SQL_PORT -u $SQL_USER --db $1"
  $tool setup-schema -v 0.0
  $tool update-schema -d "$versions/$2/versioned"
}

bring_up_to_date temporal temporal
bring_up_to_date temporal_visibility visibility
