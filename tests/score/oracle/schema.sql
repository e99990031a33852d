-- What banks and assessments say, as plain tables. `c` is the number of the case; `node` a condition, the root of which stands
-- where a bank has it; `turn` an order in which everything comes after what it reads.
CREATE TABLE assessments (c INT, as_of VARCHAR, complete BOOLEAN, data_there BOOLEAN, actors_there BOOLEAN, flows_there BOOLEAN, people_total DECIMAL(18, 4));
CREATE TABLE questions (c INT, q VARCHAR, turn INT, type VARCHAR, kind VARCHAR, may_not_apply BOOLEAN, section VARCHAR, own_node INT, section_node INT, least DECIMAL(18, 4), most DECIMAL(18, 4));
CREATE TABLE options (c INT, q VARCHAR, o VARCHAR, exclusive BOOLEAN, points DECIMAL(18, 4));
CREATE TABLE answers (c INT, q VARCHAR, is_list BOOLEAN, word VARCHAR, number DECIMAL(18, 4), answered_by VARCHAR, confirmed_by VARCHAR, agreed_by VARCHAR, owner VARCHAR, due VARCHAR, evidence_until VARCHAR, verified_by VARCHAR, verified_on VARCHAR, method VARCHAR);
CREATE TABLE chosen (c INT, q VARCHAR, o VARCHAR);
CREATE TABLE evidence (c INT, q VARCHAR, there BOOLEAN);
CREATE TABLE nodes (c INT, node INT, parent INT, turn INT, needed INT, parts INT, word VARCHAR);
CREATE TABLE atoms (c INT, node INT, turn INT, subject VARCHAR, name VARCHAR, operator VARCHAR, number DECIMAL(18, 4), day VARCHAR);
CREATE TABLE atom_words (c INT, node INT, word VARCHAR);
CREATE TABLE items (c INT, i INT, people DECIMAL(18, 4), handlers DECIMAL(18, 4));
CREATE TABLE item_facts (c INT, i INT, fact VARCHAR);
CREATE TABLE item_words (c INT, i INT, fact VARCHAR, word VARCHAR);
CREATE TABLE actors (c INT, actor VARCHAR, kind VARCHAR, regime VARCHAR);
CREATE TABLE flows (c INT, recipient VARCHAR);
CREATE TABLE kind_regimes (kind VARCHAR, regime VARCHAR);
CREATE TABLE scales (c INT, axis VARCHAR, rank INT, id VARCHAR);
CREATE TABLE matrix (c INT, severity INT, likelihood INT, level VARCHAR);
CREATE TABLE rules (c INT, implemented INT, verified INT, likelihood_steps INT, severity_steps INT);
CREATE TABLE affected_groups (c INT, g VARCHAR, stays_node INT);
CREATE TABLE taken_out (c INT, g VARCHAR, agreed_by VARCHAR);
CREATE TABLE risks (c INT, r VARCHAR, irreversible BOOLEAN, applies_node INT);
CREATE TABLE bases (c INT, r VARCHAR, axis VARCHAR, level VARCHAR);
CREATE TABLE rungs (c INT, r VARCHAR, axis VARCHAR, level VARCHAR, node INT, g VARCHAR);
CREATE TABLE uses (c INT, r VARCHAR, q VARCHAR, likelihood INT, severity INT);
CREATE TABLE overrides (c INT, r VARCHAR, level VARCHAR, computed VARCHAR);
CREATE TABLE happened (c INT, r VARCHAR, day VARCHAR);
CREATE TABLE red_lines (c INT, l VARCHAR, node INT);
CREATE TABLE decisions (c INT, d VARCHAR, base VARCHAR, applies_node INT);
CREATE TABLE outcomes (c INT, d VARCHAR, rank INT, id VARCHAR);
CREATE TABLE outcome_rungs (c INT, d VARCHAR, outcome VARCHAR, node INT);
CREATE TABLE indices (c INT, i VARCHAR, place INT, source VARCHAR, maximum DECIMAL(18, 4), factor DECIMAL(18, 4), reads VARCHAR, share DECIMAL(18, 4), round VARCHAR);
CREATE TABLE index_sections (c INT, i VARCHAR, section VARCHAR);
CREATE TABLE bands (c INT, i VARCHAR, place INT, id VARCHAR, up_to DECIMAL(18, 4));

-- What follows. A boolean that is NULL is unknown: SQL's three values are Kleene's.
CREATE TABLE truths (c INT, node INT, holds BOOLEAN);
CREATE TABLE standings (c INT, q VARCHAR, asked BOOLEAN, known BOOLEAN, applies BOOLEAN, word VARCHAR, number DECIMAL(18, 4));
CREATE TABLE index_points (c INT, i VARCHAR, so_far DECIMAL(18, 4), lowest DECIMAL(18, 4), highest DECIMAL(18, 4), maximum DECIMAL(18, 4), above BOOLEAN);
