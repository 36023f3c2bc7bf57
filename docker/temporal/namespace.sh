#!/bin/sh
# Creates the namespace and the search attributes by which Temporal's pages can be searched, where they are missing.
set -eu

tries=30
until temporal operator cluster health >/dev/null 2>&1; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || { echo "Temporal at $TEMPORAL_ADDRESS does not answer." >&2; exit 1; }
  sleep 2
done

temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 30d

# A new namespace takes some seconds to be known to every part of the server.
tries=30
until temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" >/tmp/attributes 2>/dev/null; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || { echo "Namespace $TEMPORAL_NAMESPACE does not appear." >&2; exit 1; }
  sleep 2
done

add() {
  grep -qw "$1" /tmp/attributes ||
    temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$1" --type "$2"
}

add Niveau Keyword
add SignaalStatus Keyword
add SignaalNummer Keyword
add VolgendeOp Datetime
