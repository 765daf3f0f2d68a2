/* ---
title: Adults in and around the household
question: Which adults were part of the child's life, and which of them were unknown or not assessed?
numbers: [17]
group: Child, family, risk
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  kinship:
    type: family_role
    many: true
    default: [father, stepfather, partner, family_friend, other_family]
    help: whom to look at
columns:
  member: the family member as the report names them
  kinship: what they are to the child
  meetings: meetings that someone of this kinship attended
  communications: communications that someone of this kinship sent or received
  gaps: kinds of gap whose words name this member or speak of this kinship
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Meetings and communications are counted by kinship, and gaps are found by the words of the quote.
  Few mentions describe the report, and may describe the work.
leads_to: [missed-opportunities, factors, evidence]
--- */
MATCH (c:Case {id: $case})<-[:IN_CASE]-(f:FamilyMember)-[:KINSHIP]->(k:FamilyRole)
WHERE k.code IN $kinship
WITH c, f, k, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN f.label AS member,
  k.label AS kinship,
  COUNT { MATCH (c)<-[:IN_CASE]-(m:Meeting)-[:ATTENDED]->(k) RETURN DISTINCT m } AS meetings,
  COUNT { MATCH (c)<-[:IN_CASE]-(m:Communication)-[:SENDER|RECEIVER]->(k) RETURN DISTINCT m } AS communications,
  COLLECT {
    MATCH (c)<-[:IN_CASE]-(g:Gap)-[:KIND]->(kind:GapKind), (g)-[:EVIDENCE]->(said:Evidence)
    WHERE said.quote CONTAINS f.label OR toLower(said.quote) CONTAINS toLower(k.label)
    RETURN DISTINCT kind.code ORDER BY kind.code
  } AS gaps,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY kinship, member, f.uri
