#!/bin/sh
# Runs once, when the data folder is empty. Ours and Temporal's are apart: each user reaches its own databases alone.
set -eu
psql --variable ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  --variable ours="$SIGNAALPUNT_DB_PASSWORD" --variable theirs="$TEMPORAL_DB_PASSWORD" <<'SQL'
create role signaalpunt login createrole password :'ours';
create role temporal login password :'theirs';
create database signaalpunt owner signaalpunt;
create database temporal owner temporal;
create database temporal_visibility owner temporal;
revoke connect on database signaalpunt, temporal, temporal_visibility from public;
SQL
