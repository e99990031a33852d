-- Risks: ladders per group, safeguards, the matrix, the worst-off rule, overrides. `worst` is the case in which the unknown is bad.
CREATE TABLE groups_hit AS
SELECT g.c, g.g, CASE
    WHEN NOT EXISTS (FROM taken_out AS o WHERE o.c = g.c AND o.g = g.g AND trim(coalesce(o.agreed_by, '')) != '') THEN true
    WHEN g.stays_node IS NULL THEN false
    ELSE t.holds
END AS hit
FROM affected_groups AS g LEFT JOIN truths AS t ON t.c = g.c AND t.node = g.stays_node
UNION ALL SELECT c, 'everyone', true FROM assessments;

CREATE TABLE applying AS
SELECT r.c, r.r, r.irreversible, CASE WHEN r.applies_node IS NULL THEN true ELSE t.holds END AS applies
FROM risks AS r LEFT JOIN truths AS t ON t.c = r.c AND t.node = r.applies_node;

CREATE TABLE cases_of AS FROM (VALUES (false), (true)) AS w (worst), (VALUES ('inherent'), ('current'), ('target')) AS m (moment);

-- The highest rung that holds; for one group, its own rungs beside those for everyone.
CREATE TABLE climbed AS
SELECT r.c, r.r, h.g, x.worst, b.axis, greatest(
    CASE WHEN r.irreversible AND b.axis = 'severity' THEN
        (SELECT greatest(s.rank, m.rank) FROM scales AS m WHERE m.c = r.c AND m.axis = 'severity' AND m.id = 'significant')
    ELSE s.rank END,
    coalesce((
        SELECT max(l.rank) FROM rungs AS u JOIN truths AS t USING (c, node)
        JOIN scales AS l ON l.c = u.c AND l.axis = u.axis AND l.id = u.level
        WHERE u.c = r.c AND u.r = r.r AND u.axis = b.axis AND (u.g IS NULL OR u.g = h.g) AND coalesce(t.holds, x.worst)
    ), 0)) AS rank
FROM applying AS r JOIN groups_hit AS h USING (c) JOIN bases AS b USING (c, r)
JOIN scales AS s ON s.c = b.c AND s.axis = b.axis AND s.id = b.level
CROSS JOIN (VALUES (false), (true)) AS x (worst)
WHERE h.hit IS DISTINCT FROM false;

CREATE TABLE proofs AS
SELECT s.c, s.q,
    -- A listed file that is missing is no evidence; another one that is there still is.
    EXISTS (FROM evidence AS e WHERE e.c = s.c AND e.q = s.q AND e.there)
    AND coalesce(a.evidence_until >= m.as_of, true) AS proven,
    lower(trim(coalesce(a.verified_by, ''))) NOT IN ('', lower(trim(coalesce(a.owner, ''))))
    AND a.verified_on IS NOT NULL AND a.method IS NOT NULL AS by_another,
    trim(coalesce(a.owner, '')) != '' AND a.due IS NOT NULL AS owned
FROM standings AS s JOIN assessments AS m USING (c) LEFT JOIN answers AS a ON a.c = s.c AND a.q = s.q;

-- What a safeguard is worth: 'verified', 'implemented' or nothing.
CREATE TABLE worth AS
SELECT s.c, s.q, x.worst, x.moment, CASE
    WHEN NOT s.asked OR (s.known AND NOT s.applies) THEN NULL
    WHEN NOT s.known THEN CASE WHEN NOT x.worst THEN 'verified' END
    WHEN s.word = 'planned' AND x.moment = 'target' AND p.owned THEN 'implemented'
    WHEN s.word IN ('implemented', 'verified') AND (p.proven OR NOT x.worst) THEN
        CASE WHEN s.word = 'verified' AND p.by_another THEN 'verified' ELSE 'implemented' END
END AS worth
FROM standings AS s JOIN questions AS q USING (c, q) JOIN proofs AS p USING (c, q) CROSS JOIN cases_of AS x
WHERE q.type = 'safeguard' AND x.moment != 'inherent';

-- In place when its risk was last touched by an incident or a complaint, and verified by another person only before, or never.
CREATE TABLE failed AS
WITH last AS (SELECT h.c, h.r, max(h.day) AS day FROM happened AS h JOIN assessments AS m USING (c) WHERE h.day <= m.as_of GROUP BY h.c, h.r)
SELECT u.c, u.r, u.q FROM uses AS u JOIN last AS l USING (c, r) JOIN standings AS s USING (c, q) JOIN proofs AS p USING (c, q) JOIN answers AS a USING (c, q)
WHERE s.asked AND s.known AND s.applies AND s.word IN ('implemented', 'verified')
AND NOT (s.word = 'verified' AND p.by_another AND a.verified_on > l.day);

CREATE TABLE lowered AS
WITH each AS (
    SELECT u.c, u.r, q.kind, w.worst, w.moment,
        least(u.likelihood, CASE w.worth WHEN 'verified' THEN k.verified ELSE k.implemented END) AS likelihood,
        CASE q.kind WHEN 'data_absent' THEN
            least(u.severity, CASE w.worth WHEN 'verified' THEN k.verified ELSE k.implemented END) ELSE 0 END AS severity
    FROM uses AS u JOIN worth AS w USING (c, q) JOIN questions AS q USING (c, q) JOIN rules AS k USING (c)
    WHERE w.worth IS NOT NULL AND NOT EXISTS (FROM failed AS f WHERE f.c = u.c AND f.r = u.r AND f.q = u.q)
), kinds AS (
    SELECT c, r, kind, worst, moment, max(likelihood) AS likelihood, max(severity) AS severity FROM each GROUP BY ALL
)
SELECT n.c, n.r, n.worst, n.moment, least(sum(n.likelihood), any_value(k.likelihood_steps)) AS likelihood,
    CASE WHEN any_value(r.irreversible) THEN 0 ELSE least(sum(n.severity), any_value(k.severity_steps)) END AS severity
FROM kinds AS n JOIN rules AS k USING (c) JOIN risks AS r USING (c, r) GROUP BY n.c, n.r, n.worst, n.moment;

CREATE TABLE group_levels AS
WITH heights AS (
    SELECT s.c, s.r, s.g, x.moment, x.worst,
        greatest(0, s.rank - coalesce(d.severity, 0)) AS severity, greatest(0, l.rank - coalesce(d.likelihood, 0)) AS likelihood
    FROM climbed AS s JOIN climbed AS l ON (l.c, l.r, l.g, l.worst) = (s.c, s.r, s.g, s.worst) AND l.axis = 'likelihood'
    JOIN cases_of AS x ON x.worst = s.worst
    LEFT JOIN lowered AS d ON (d.c, d.r, d.worst, d.moment) = (s.c, s.r, x.worst, x.moment)
    WHERE s.axis = 'severity'
)
SELECT h.*, v.rank AS level FROM heights AS h JOIN matrix AS m USING (c, severity, likelihood)
JOIN scales AS v ON v.c = m.c AND v.axis = 'level' AND v.id = m.level;

-- The worst group sets the level; one that is perhaps affected is so in the worst case. -1 is `none`.
CREATE TABLE computed AS
SELECT r.c, r.r, r.applies, x.moment, x.worst, CASE WHEN r.applies OR (r.applies IS NULL AND x.worst) THEN (
    SELECT max(g.level) FROM group_levels AS g JOIN groups_hit AS h USING (c, g)
    WHERE g.c = r.c AND g.r = r.r AND g.moment = x.moment AND g.worst = x.worst AND coalesce(h.hit, x.worst)
) ELSE -1 END AS level
FROM applying AS r CROSS JOIN cases_of AS x;

CREATE TABLE raised AS
SELECT o.c, o.r, l.rank AS level, p.level = coalesce(s.rank, -1) AS live
FROM overrides AS o JOIN computed AS p ON p.c = o.c AND p.r = o.r AND p.moment = 'current' AND p.worst
JOIN scales AS l ON l.c = o.c AND l.axis = 'level' AND l.id = o.level
LEFT JOIN scales AS s ON s.c = o.c AND s.axis = 'level' AND s.id = o.computed;

CREATE TABLE risk_levels AS
SELECT p.c, p.r, p.applies, p.moment, p.worst, CASE WHEN o.live THEN greatest(p.level, o.level) ELSE p.level END AS level
FROM computed AS p LEFT JOIN raised AS o USING (c, r);
