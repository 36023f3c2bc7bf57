#!/bin/sh
# Runs once, when the data folder is empty. Ours and Temporal's are apart: each user reaches its own databases alone. The owner of
# ours makes the tables; what it grants to the role of the processes is in db/migrate.ts.
set -eu
psql --variable ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  --variable owner="$SIGNAALPUNT_OWNER_PASSWORD" --variable ours="$SIGNAALPUNT_DB_PASSWORD" --variable theirs="$TEMPORAL_DB_PASSWORD" <<'SQL'
create role signaalpunt_eigenaar login password :'owner';
create role signaalpunt login password :'ours';
create role temporal login password :'theirs';
create database signaalpunt owner signaalpunt_eigenaar;
create database temporal owner temporal;
create database temporal_visibility owner temporal;
revoke connect on database signaalpunt, temporal, temporal_visibility from public;
SQL
