/* ---
title: Disagreement, challenge and escalation
question: Where was disagreement between practitioners voiced, escalated, or not, and where was a referral sent back?
numbers: [15]
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  date: when, as exact as the report is
  what: 'gap, communication, meeting or event'
  type: its type in the coding frame
  parties: who had part in it
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Gaps of the kind not_challenged, decisions on referrals, and whatever is told in the words
  challenge, escalate, disagree, dispute or threshold. What came of it stands in the report, not here.
leads_to: [missed-opportunities, evidence]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(f:Event|Meeting|Communication|Gap)
WITH f, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
WITH f, e, toLower(e.quote) AS said
WHERE EXISTS { (f)-[:KIND]->(:GapKind {code: 'not_challenged'}) }
  OR EXISTS { (f)-[:TYPE]->(:EventType {code: 'referral_decision'}) }
  OR said CONTAINS 'challeng' OR said CONTAINS 'escalat' OR said CONTAINS 'disagree'
  OR said CONTAINS 'dispute' OR said CONTAINS 'threshold'
RETURN f.date AS date,
  toLower(head(labels(f))) AS what,
  COLLECT { MATCH (f)-[:TYPE|KIND|CHANNEL]->(t:Concept) RETURN t.label ORDER BY t.label }[0] AS type,
  COLLECT { MATCH (f)-->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY e.start, what, f.uri
