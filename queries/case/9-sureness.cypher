/* ---
title: How sure we are
question: How many facts of each sort are there, and how likely are they right?
group: Case
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  facts: the sort of fact
  number: how many
  confidence: mean probability that a fact was read rightly
advice: A confidence of 0.8 means that about four in five such readings are right.
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(f:Meeting|Communication|Gap|Event|Professional|Agency)
MATCH (f)-[:EVIDENCE]->(e:Evidence)
WITH f, labels(f) AS kinds, max(e.confidence) AS confidence
UNWIND [kind IN kinds WHERE kind IN ['Meeting', 'Communication', 'Gap', 'Event', 'Professional', 'Agency']] AS facts
RETURN facts, count(*) AS number, round(avg(confidence) * 100) / 100 AS confidence
ORDER BY facts
