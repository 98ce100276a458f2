#!/bin/bash
# Run by the PostgreSQL image when its volume is new: a role for each module, and a database that belongs to it.
# A role can connect to its own database only.
set -euo pipefail

for module in accounts products cart orders payments videos playback recommendations analytics storefront backoffice; do
	password=${module^^}_DATABASE_PASSWORD
	psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres \
		--set=module="$module" --set=password="${!password}" <<-'SQL'
			create role :"module" login password :'password';
			create database :"module" owner :"module";
			revoke connect on database :"module", postgres from public;
		SQL
done
