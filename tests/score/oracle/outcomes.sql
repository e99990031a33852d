-- Decisions: the heaviest row that holds; unknown rows leave a range. One that does not apply stays at its base.
CREATE TABLE decided AS
WITH bounds AS (
    SELECT e.c, e.d, x.worst, CASE WHEN e.applies_node IS NULL THEN true ELSE a.holds END AS applies, b.rank AS base, (
        SELECT max(o.rank) FROM outcome_rungs AS u JOIN truths AS t USING (c, node)
        JOIN outcomes AS o ON o.c = u.c AND o.d = u.d AND o.id = u.outcome
        WHERE u.c = e.c AND u.d = e.d AND coalesce(t.holds, x.worst)
    ) AS rung
    FROM decisions AS e CROSS JOIN (VALUES (false), (true)) AS x (worst)
    JOIN outcomes AS b ON b.c = e.c AND b.d = e.d AND b.id = e.base
    LEFT JOIN truths AS a ON a.c = e.c AND a.node = e.applies_node
)
SELECT c, d, applies, worst, CASE WHEN coalesce(applies, worst) THEN greatest(base, coalesce(rung, base)) ELSE base END AS rank FROM bounds;

CREATE TABLE lines AS
SELECT n.c, n.l, t.holds FROM red_lines AS n JOIN truths AS t USING (c, node);
