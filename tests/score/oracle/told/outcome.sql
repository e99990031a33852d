SELECT p.c, p.d, p.worst, o.id FROM decided AS p JOIN outcomes AS o USING (c, d, rank)
