#!/bin/sh
# Runs once, when the data folder is empty. Ours and Temporal's are apart: each user reaches its own databases alone. The owner of
# ours makes the tables, and the roles in which the processes ask; the role with which they log in has no right of its own.
set -eu
psql --variable ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  --variable owner="$SIGNAALPUNT_OWNER_PASSWORD" --variable ours="$SIGNAALPUNT_DB_PASSWORD" --variable theirs="$TEMPORAL_DB_PASSWORD" <<'SQL'
create role signaalpunt_eigenaar login createrole password :'owner';
create role signaalpunt login password :'ours';
create role temporal login password :'theirs';
-- As everywhere that it is tried: what sorts and matches does not depend on the C library of an image.
create database signaalpunt owner signaalpunt_eigenaar template template0
  encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8';
create database temporal owner temporal;
create database temporal_visibility owner temporal;
revoke connect on database signaalpunt, temporal, temporal_visibility from public;
SQL
