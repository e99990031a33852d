SELECT c, q, coalesce(asked, false) AND NOT known FROM standings
