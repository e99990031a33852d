-- Which constructs a case holds, and with which outcome: (c, construct).
SELECT a.c, CASE WHEN a.day IS NULL THEN a.subject ELSE 'date' END || ' ' || a.operator || ' ' || coalesce(t.holds::VARCHAR, 'unknown')
FROM atoms AS a JOIN truths AS t USING (c, node)
UNION SELECT a.c, 'fact ' || a.name || ' ' || coalesce(t.holds::VARCHAR, 'unknown') FROM atoms AS a JOIN truths AS t USING (c, node) WHERE a.subject = 'data'
UNION SELECT n.c, n.word || ' ' || coalesce(t.holds::VARCHAR, 'unknown') FROM nodes AS n JOIN truths AS t USING (c, node) WHERE n.word != 'atom' AND n.parts > 1
UNION SELECT q.c, 'gate of a question ' || coalesce(t.holds::VARCHAR, 'unknown') FROM questions AS q JOIN truths AS t ON t.c = q.c AND t.node = q.own_node
UNION SELECT q.c, 'gate of a section ' || coalesce(t.holds::VARCHAR, 'unknown') FROM questions AS q JOIN truths AS t ON t.c = q.c AND t.node = q.section_node
UNION SELECT s.c, 'answer left behind' FROM standings AS s JOIN answers AS a USING (c, q) WHERE NOT s.asked AND (s.word IS NOT NULL OR s.number IS NOT NULL)
UNION SELECT s.c, 'perhaps asked, answered' FROM standings AS s WHERE s.asked IS NULL AND (s.word IS NOT NULL OR s.number IS NOT NULL)
UNION SELECT s.c, 'perhaps asked, set aside' FROM standings AS s JOIN answers AS a USING (c, q) WHERE s.asked IS NULL AND s.word = 'not_applicable' AND trim(a.agreed_by) != ''
UNION SELECT s.c, CASE
    WHEN a.q IS NULL THEN 'missing'
    WHEN lower(trim(a.answered_by)) = 'vendor' AND coalesce(trim(a.confirmed_by), '') IN ('', 'vendor') THEN CASE WHEN s.word = 'not_applicable' THEN 'vendor sets aside' ELSE 'vendor unconfirmed' END
    WHEN lower(trim(a.answered_by)) = 'vendor' THEN 'vendor confirmed'
    WHEN s.word = 'not_applicable' THEN CASE WHEN NOT q.may_not_apply THEN 'not_applicable not allowed' WHEN s.applies THEN 'not_applicable not agreed' ELSE 'not_applicable agreed' END
    WHEN s.word = 'unknown' THEN 'unknown'
    WHEN s.known THEN 'answered ' || q.type
    WHEN s.word IS NOT NULL OR s.number IS NOT NULL OR a.is_list THEN 'does not fit'
    ELSE 'null'
END FROM standings AS s JOIN questions AS q USING (c, q) LEFT JOIN answers AS a USING (c, q) WHERE s.asked
UNION SELECT c, CASE WHEN people_total IS NOT NULL THEN 'total stated' ELSE 'total summed' END FROM assessments
UNION SELECT r.c, 'risk ' || coalesce(r.applies::VARCHAR, 'unknown') FROM applying AS r
UNION SELECT u.c, 'row for a group ' || coalesce(t.holds::VARCHAR, 'unknown') FROM rungs AS u JOIN truths AS t USING (c, node) WHERE u.g IS NOT NULL
UNION SELECT u.c, 'row for everyone ' || coalesce(t.holds::VARCHAR, 'unknown') FROM rungs AS u JOIN truths AS t USING (c, node) WHERE u.g IS NULL
UNION SELECT g.c, 'a group is worse off than everyone' FROM group_levels AS g JOIN group_levels AS e USING (c, r, moment, worst) WHERE e.g = 'everyone' AND g.level > e.level
UNION SELECT o.c, CASE WHEN trim(coalesce(o.agreed_by, '')) = '' THEN 'group stays: nobody agreed' WHEN h.hit THEN 'group stays: a fact holds' WHEN h.hit IS NULL THEN 'group stays perhaps' ELSE 'group out' END
FROM taken_out AS o JOIN groups_hit AS h USING (c, g)
UNION SELECT r.c, 'irreversible raises its base' FROM risks AS r JOIN bases AS b ON b.c = r.c AND b.r = r.r AND b.axis = 'severity'
JOIN scales AS s ON s.c = b.c AND s.axis = 'severity' AND s.id = b.level JOIN scales AS m ON m.c = b.c AND m.axis = 'severity' AND m.id = 'significant' WHERE r.irreversible AND s.rank < m.rank
UNION SELECT r.c, CASE WHEN r.irreversible THEN 'irreversible keeps its severity' ELSE 'severity lowered' END
FROM risks AS r JOIN uses AS u USING (c, r) JOIN worth AS w USING (c, q) JOIN questions AS q USING (c, q) WHERE w.worth IS NOT NULL AND q.kind = 'data_absent' AND u.severity > 0
UNION SELECT q.c, 'safeguard ' || q.kind || ' ' || coalesce(w.worth, 'nothing') || CASE WHEN w.worst THEN ' in the worst case' ELSE ' in the best case' END
FROM uses AS u JOIN questions AS q USING (c, q) JOIN worth AS w USING (c, q) WHERE w.moment = 'current'
UNION SELECT s.c, 'safeguard ' || s.word || CASE
    WHEN s.word = 'planned' THEN CASE WHEN p.owned THEN ' with owner and date' ELSE ' without owner or date' END
    WHEN s.word = 'absent' THEN ''
    WHEN p.proven AND s.word = 'verified' THEN CASE WHEN p.by_another THEN ' by another' ELSE ' by the owner or without method' END
    WHEN p.proven THEN ' with evidence'
    WHEN NOT EXISTS (FROM evidence AS e WHERE e.c = s.c AND e.q = s.q) THEN ' without evidence'
    WHEN NOT EXISTS (FROM evidence AS e WHERE e.c = s.c AND e.q = s.q AND e.there) THEN ', evidence not there'
    ELSE ', evidence lapsed'
END FROM standings AS s JOIN uses AS u USING (c, q) JOIN proofs AS p USING (c, q) WHERE s.asked AND s.known AND s.applies
UNION SELECT a.c, 'evidence good until the day itself' FROM answers AS a JOIN uses AS u USING (c, q) JOIN standings AS s USING (c, q) JOIN assessments AS m USING (c)
WHERE a.evidence_until = m.as_of AND s.known AND s.applies AND s.word IN ('implemented', 'verified')
UNION SELECT u.c, 'two of a kind in place' FROM uses AS u JOIN questions AS q USING (c, q) JOIN worth AS w USING (c, q)
WHERE w.worst AND w.moment = 'current' AND w.worth IS NOT NULL GROUP BY u.c, u.r, q.kind HAVING count(*) > 1
UNION SELECT u.c, 'kinds add up' FROM uses AS u JOIN questions AS q USING (c, q) JOIN worth AS w USING (c, q)
WHERE w.worst AND w.moment = 'current' AND w.worth IS NOT NULL GROUP BY u.c, u.r HAVING count(DISTINCT q.kind) > 1
UNION SELECT u.c, 'more steps than the method allows' FROM uses AS u JOIN worth AS w USING (c, q) JOIN questions AS q USING (c, q) JOIN rules AS k USING (c)
WHERE NOT w.worst AND w.moment = 'current' AND w.worth IS NOT NULL GROUP BY u.c, u.r HAVING count(DISTINCT q.kind) > any_value(k.likelihood_steps)
UNION SELECT f.c, 'safeguard failed' FROM failed AS f
UNION SELECT h.c, 'safeguard verified again' FROM happened AS h JOIN uses AS u USING (c, r) JOIN answers AS a USING (c, q) JOIN assessments AS m USING (c)
JOIN standings AS s USING (c, q) WHERE h.day <= m.as_of AND s.asked AND s.word = 'verified' AND a.verified_on > h.day AND NOT EXISTS (FROM failed AS f WHERE (f.c, f.r, f.q) = (u.c, u.r, u.q))
UNION SELECT h.c, 'incident after the day' FROM happened AS h JOIN assessments AS m USING (c) WHERE h.day > m.as_of
UNION SELECT c, 'never below the first level' FROM lowered JOIN climbed USING (c, r, worst) WHERE axis = 'likelihood' AND likelihood > rank
UNION SELECT c, 'another method' FROM scales WHERE axis = 'level' AND id = 'n0'
UNION SELECT c, CASE WHEN live THEN 'override live' ELSE 'override lapsed' END FROM raised
UNION SELECT r.c, 'override lower than computed' FROM raised AS r JOIN computed AS p USING (c, r) WHERE r.live AND p.moment = 'current' AND p.worst AND p.level > r.level
UNION SELECT r.c, 'override raises' FROM raised AS r JOIN computed AS p USING (c, r) WHERE r.live AND p.moment = 'current' AND p.worst AND p.level < r.level
UNION SELECT r.c, 'override of a risk that does not apply' FROM raised AS r JOIN applying AS a USING (c, r) WHERE r.live AND NOT a.applies
UNION SELECT c, 'red line ' || coalesce(holds::VARCHAR, 'unknown') FROM lines
UNION SELECT c, 'decision ' || coalesce(applies::VARCHAR, 'unknown') FROM decided
UNION SELECT b.c, 'decision leaves a range' FROM decided AS b JOIN decided AS w USING (c, d) WHERE w.worst AND NOT b.worst AND b.rank < w.rank
UNION SELECT c, 'index certainly above its maximum' FROM index_points WHERE above
UNION SELECT p.c, 'index clamped' FROM index_points AS p JOIN section_points AS s USING (c, i) GROUP BY p.c, p.i, p.maximum HAVING sum(s.highest) > p.maximum
UNION SELECT c, 'index open' FROM index_points WHERE lowest < highest
UNION SELECT i.c, CASE
    WHEN i.reads IS NULL THEN 'factor without condition'
    WHEN w.lowest >= i.share * w.maximum THEN 'deduction certain' WHEN w.highest >= i.share * w.maximum THEN 'deduction perhaps' ELSE 'deduction out of reach'
END FROM indices AS i LEFT JOIN index_points AS w ON w.c = i.c AND w.i = i.reads WHERE i.factor IS NOT NULL
UNION SELECT p.c, 'a half rounded up' FROM index_points AS p JOIN indices AS i USING (c, i) JOIN index_points AS s ON s.c = i.c AND s.i = i.source
WHERE i.round = 'half_up' AND p.so_far > s.so_far * coalesce(i.factor, 1) AND (2 * s.so_far * coalesce(i.factor, 1)) % 1 = 0
UNION SELECT p.c, 'points on the bound of a band' FROM index_points AS p JOIN bands AS b USING (c, i) WHERE p.so_far = b.up_to * p.maximum AND p.maximum > 0
UNION SELECT p.c, 'band ' || count(*) FROM index_points AS p JOIN bands AS b USING (c, i) WHERE p.so_far > b.up_to * p.maximum GROUP BY p.c, p.i
UNION SELECT c, 'factor above one' FROM indices WHERE factor > 1
UNION SELECT c, 'an option that stands alone' FROM options WHERE exclusive
ORDER BY ALL
