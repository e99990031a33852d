SELECT c, q, coalesce(asked AND known AND applies, false) FROM standings
