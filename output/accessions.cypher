// Loads the graph; loading it again changes nothing. Neo4j 5: cypher-shell -f FILE
// Elsewhere leave out the constraints if they are refused, and make an index on the id of Entity, Source and Evidence.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT evidence_id IF NOT EXISTS FOR (n:Evidence) REQUIRE n.id IS UNIQUE;
UNWIND [
  {id: 'https://legation.example/id/country/AE', `label`: 'United Arab Emirates', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/ARE']},
  {id: 'https://legation.example/id/country/AO', `label`: 'Angola', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/AGO']},
  {id: 'https://legation.example/id/country/AR', `label`: 'Argentina', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/ARG']},
  {id: 'https://legation.example/id/country/BA', `label`: 'Bosnia and Herzegovina', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/BIH']},
  {id: 'https://legation.example/id/country/BY', `label`: 'Belarus', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/BLR']},
  {id: 'https://legation.example/id/country/CN', `label`: 'China', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/CHN']},
  {id: 'https://legation.example/id/country/CO', `label`: 'Colombia', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/COL']},
  {id: 'https://legation.example/id/country/CR', `label`: 'Costa Rica', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/CRI']},
  {id: 'https://legation.example/id/country/DE', `label`: 'Germany', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/DEU']},
  {id: 'https://legation.example/id/country/EE', `label`: 'Estonia', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/EST']},
  {id: 'https://legation.example/id/country/EG', `label`: 'Egypt', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/EGY']},
  {id: 'https://legation.example/id/country/ES', `label`: 'Spain', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/ESP']},
  {id: 'https://legation.example/id/country/ET', `label`: 'Ethiopia', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/ETH']},
  {id: 'https://legation.example/id/country/FI', `label`: 'Finland', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/FIN']},
  {id: 'https://legation.example/id/country/GA', `label`: 'Gabon', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/GAB']},
  {id: 'https://legation.example/id/country/GB', `label`: 'United Kingdom', `kind`: 'Country', `aliases`: ['Britain'], `sameAs`: ['http://publications.europa.eu/resource/authority/country/GBR']},
  {id: 'https://legation.example/id/country/GE', `label`: 'Georgia', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/GEO']},
  {id: 'https://legation.example/id/country/GR', `label`: 'Greece', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/GRC']},
  {id: 'https://legation.example/id/country/HR', `label`: 'Croatia', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/HRV']},
  {id: 'https://legation.example/id/country/HU', `label`: 'Hungary', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/HUN']},
  {id: 'https://legation.example/id/country/IE', `label`: 'Ireland', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/IRL']},
  {id: 'https://legation.example/id/country/IR', `label`: 'Iran', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/IRN']},
  {id: 'https://legation.example/id/country/IS', `label`: 'Iceland', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/ISL']},
  {id: 'https://legation.example/id/country/IT', `label`: 'Italy', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/ITA']},
  {id: 'https://legation.example/id/country/JP', `label`: 'Japan', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/JPN']},
  {id: 'https://legation.example/id/country/KR', `label`: 'South Korea', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/KOR']},
  {id: 'https://legation.example/id/country/LT', `label`: 'Lithuania', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/LTU']},
  {id: 'https://legation.example/id/country/LV', `label`: 'Latvia', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/LVA']},
  {id: 'https://legation.example/id/country/MD', `label`: 'Moldova', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/MDA']},
  {id: 'https://legation.example/id/country/ME', `label`: 'Montenegro', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/MNE']},
  {id: 'https://legation.example/id/country/MK', `label`: 'North Macedonia', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/MKD']},
  {id: 'https://legation.example/id/country/MV', `label`: 'Maldives', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/MDV']},
  {id: 'https://legation.example/id/country/QA', `label`: 'Qatar', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/QAT']},
  {id: 'https://legation.example/id/country/RU', `label`: 'Russia', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/RUS']},
  {id: 'https://legation.example/id/country/SE', `label`: 'Sweden', `kind`: 'Country', `aliases`: ['Swedish'], `sameAs`: ['http://publications.europa.eu/resource/authority/country/SWE']},
  {id: 'https://legation.example/id/country/SK', `label`: 'Slovakia', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/SVK']},
  {id: 'https://legation.example/id/country/TG', `label`: 'Togo', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/TGO']},
  {id: 'https://legation.example/id/country/TL', `label`: 'Timor-Leste', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/TLS']},
  {id: 'https://legation.example/id/country/TR', `label`: 'Türkiye', `kind`: 'Country', `aliases`: ['Turkey'], `sameAs`: ['http://publications.europa.eu/resource/authority/country/TUR']},
  {id: 'https://legation.example/id/country/TW', `label`: 'Taiwan', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/TWN']},
  {id: 'https://legation.example/id/country/UA', `label`: 'Ukraine', `kind`: 'Country', `aliases`: [], `sameAs`: ['http://publications.europa.eu/resource/authority/country/UKR']}
] AS row
MERGE (n:Entity:`Country` {id: row.id})
SET n.label = row.label, n.kind = row.kind, n.aliases = [x IN coalesce(n.aliases, []) WHERE NOT x IN row.aliases] + row.aliases, n.sameAs = [x IN coalesce(n.sameAs, []) WHERE NOT x IN row.sameAs] + row.sameAs;
UNWIND [
  {id: 'https://legation.example/id/organization/african-union', `label`: 'African Union', `kind`: 'Organization', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/organization/asean', `label`: 'ASEAN', `kind`: 'Organization', `aliases`: ['Association of Southeast Asian Nations'], `sameAs`: []},
  {id: 'https://legation.example/id/organization/brics', `label`: 'BRICS', `kind`: 'Organization', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/organization/ccdcoe', `label`: 'NATO Cooperative Cyber Defence Centre of Excellence', `kind`: 'Organization', `aliases`: ['CCDCOE'], `sameAs`: []},
  {id: 'https://legation.example/id/organization/commonwealth', `label`: 'Commonwealth', `kind`: 'Organization', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/organization/european-council', `label`: 'European Council', `kind`: 'Organization', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/organization/european-union', `label`: 'European Union', `kind`: 'Organization', `aliases`: ['EU'], `sameAs`: []},
  {id: 'https://legation.example/id/organization/g20', `label`: 'G20', `kind`: 'Organization', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/organization/nato', `label`: 'NATO', `kind`: 'Organization', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/organization/oecd', `label`: 'OECD', `kind`: 'Organization', `aliases`: ['Organisation for Economic Co-operation and Development'], `sameAs`: []},
  {id: 'https://legation.example/id/organization/opec', `label`: 'OPEC', `kind`: 'Organization', `aliases`: ['Organization of the Petroleum Exporting Countries'], `sameAs`: []},
  {id: 'https://legation.example/id/organization/shanghai-cooperation-organization', `label`: 'Shanghai Cooperation Organization', `kind`: 'Organization', `aliases`: ['SCO', 'Shanghai Cooperation Organisation'], `sameAs`: []}
] AS row
MERGE (n:Entity:`Organization` {id: row.id})
SET n.label = row.label, n.kind = row.kind, n.aliases = [x IN coalesce(n.aliases, []) WHERE NOT x IN row.aliases] + row.aliases, n.sameAs = [x IN coalesce(n.sameAs, []) WHERE NOT x IN row.sameAs] + row.sameAs;
UNWIND [
  {id: 'https://legation.example/id/person/ulf-kristersson', `label`: 'Ulf Kristersson', `kind`: 'Person', `aliases`: [], `sameAs`: []}
] AS row
MERGE (n:Entity:`Person` {id: row.id})
SET n.label = row.label, n.kind = row.kind, n.aliases = [x IN coalesce(n.aliases, []) WHERE NOT x IN row.aliases] + row.aliases, n.sameAs = [x IN coalesce(n.sameAs, []) WHERE NOT x IN row.sameAs] + row.sameAs;
UNWIND [
  {id: 'https://legation.example/id/event/madrid-summit', `label`: 'Madrid Summit', `kind`: 'Event', `aliases`: [], `sameAs`: []}
] AS row
MERGE (n:Entity:`Event` {id: row.id})
SET n.label = row.label, n.kind = row.kind, n.aliases = [x IN coalesce(n.aliases, []) WHERE NOT x IN row.aliases] + row.aliases, n.sameAs = [x IN coalesce(n.sameAs, []) WHERE NOT x IN row.sameAs] + row.sameAs;
UNWIND [
  {id: 'https://legation.example/id/agreement/comprehensive-and-progressive-agreement-for-trans-pacific-partnership', `label`: 'Comprehensive and Progressive Agreement for Trans-Pacific Partnership', `kind`: 'Agreement', `aliases`: ['CPTPP'], `sameAs`: []}
] AS row
MERGE (n:Entity:`Agreement` {id: row.id})
SET n.label = row.label, n.kind = row.kind, n.aliases = [x IN coalesce(n.aliases, []) WHERE NOT x IN row.aliases] + row.aliases, n.sameAs = [x IN coalesce(n.sameAs, []) WHERE NOT x IN row.sameAs] + row.sameAs;
UNWIND [
  {id: 'https://legation.example/id/place/auckland', `label`: 'Auckland', `kind`: 'Place', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/place/johannesburg', `label`: 'Johannesburg', `kind`: 'Place', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/place/new-delhi', `label`: 'New Delhi', `kind`: 'Place', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/place/tallinn', `label`: 'Tallinn', `kind`: 'Place', `aliases`: [], `sameAs`: []},
  {id: 'https://legation.example/id/place/washington-d-c', `label`: 'Washington, D.C.', `kind`: 'Place', `aliases`: ['Washington'], `sameAs`: []}
] AS row
MERGE (n:Entity:`Place` {id: row.id})
SET n.label = row.label, n.kind = row.kind, n.aliases = [x IN coalesce(n.aliases, []) WHERE NOT x IN row.aliases] + row.aliases, n.sameAs = [x IN coalesce(n.sameAs, []) WHERE NOT x IN row.sameAs] + row.sameAs;
UNWIND [
  {id: 'https://legation.example/id/document/accessions-63261f62', title: 'Who joined what: a decade of accessions', source: 'examples/accessions.txt'}
] AS row
MERGE (n:Source {id: row.id})
SET n += row;
UNWIND [
  {id: 'https://legation.example/id/document/accessions-63261f62#char=2563,2735', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 2563, `end`: 2735, quote: 'Egypt, Ethiopia, Iran and the United Arab Emirates joined BRICS on 1 January 2024, whereas Argentina, which had been invited at the Johannesburg summit with them, declined.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=2253,2380', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 2253, `end`: 2380, quote: 'Qatar left the Organization of the Petroleum Exporting Countries (OPEC) on 1 January 2019, and Angola quit it five years later.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=1071,1172', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 1071, `end`: 1172, quote: 'Bosnia and Herzegovina, which had applied in February 2016, has been a candidate since December 2022.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=2381,2488', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 2381, `end`: 2488, quote: 'Iran became a member of the Shanghai Cooperation Organisation (SCO) in July 2023, and Belarus in July 2024.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=2013,2092', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 2013, `end`: 2092, quote: 'China and Taiwan had both applied in September 2021; neither has been admitted.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=1662,1792', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 1662, `end`: 1792, quote: 'Colombia joined the Organisation for Economic Co-operation and Development (OECD) on 28 April 2020, and Costa Rica on 25 May 2021.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=1228,1394', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 1228, `end`: 1394, quote: 'The NATO Cooperative Cyber Defence Centre of Excellence (CCDCOE) was founded in Tallinn in May 2008 by Estonia, Germany, Italy, Latvia, Lithuania, Slovakia and Spain.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=215,313', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 215, `end`: 313, quote: 'Finland and Sweden applied together on 18 May 2022, twelve weeks after Russia had invaded Ukraine.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=1395,1466', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 1395, `end`: 1466, quote: 'Finland, a country that was not yet an ally, joined the centre in 2015.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=314,404', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 314, `end`: 404, quote: 'At the Madrid Summit, on 29 June 2022, the leaders of the Alliance invited both countries.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=405,436', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 405, `end`: 436, quote: 'Finland joined on 4 April 2023.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=2105,2252', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 2105, `end`: 2252, quote: 'The Maldives, which had withdrawn from the Commonwealth in October 2016, rejoined it on 1 February 2020; Gabon and Togo were admitted in June 2022.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=1793,2012', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 1793, `end`: 2012, quote: 'Britain applied in February 2021 to join the Comprehensive and Progressive Agreement for Trans-Pacific Partnership (CPTPP), signed the accession protocol in Auckland on 16 July 2023 and became a member in December 2024.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=794,847', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 794, `end`: 847, quote: 'The United Kingdom left the Union on 31 January 2020.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=848,944', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 848, `end`: 944, quote: 'Ukraine applied for membership on 28 February 2022; Moldova and Georgia did so three days later.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=629,720', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 629, `end`: 720, quote: 'Georgia has not joined, although NATO promised in April 2008 that it would become a member.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=738,793', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 738, `end`: 793, quote: 'Croatia entered the European Union (EU) on 1 July 2013.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=1539,1642', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 1539, `end`: 1642, quote: 'On 16 May 2023 the centre hoisted the flags of Iceland, Ireland, Japan and Ukraine, its newest members.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=1467,1538', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 1467, `end`: 1538, quote: 'South Korea was admitted in May 2022, the first Asian country to be so.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=1173,1211', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 1173, `end`: 1211, quote: 'None of them has been admitted so far.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=47,214', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 47, `end`: 214, quote: 'Montenegro became a member of NATO on 5 June 2017, and North Macedonia followed on 27 March 2020, after an agreement with Greece had settled the dispute over its name.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=437,628', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 437, `end`: 628, quote: 'Sweden had to wait until Turkey and Hungary gave their consent and was admitted on 7 March 2024, when the Swedish prime minister, Ulf Kristersson, handed over the last document in Washington.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=2736,2829', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 2736, `end`: 2829, quote: 'Timor-Leste applied to join the Association of Southeast Asian Nations (ASEAN) in March 2011.'},
  {id: 'https://legation.example/id/document/accessions-63261f62#char=2489,2562', source: 'https://legation.example/id/document/accessions-63261f62', `start`: 2489, `end`: 2562, quote: 'The African Union was admitted to the G20 in New Delhi in September 2023.'}
] AS row
MERGE (n:Evidence {id: row.id})
SET n.`start` = row.`start`, n.`end` = row.`end`, n.quote = row.quote
WITH n, row MATCH (s:Source {id: row.source}) MERGE (n)-[:QUOTED_FROM]->(s);
UNWIND [
  {id: 'https://legation.example/id/statement/4972f8be01dab379', subject: 'https://legation.example/id/country/BA', object: 'https://legation.example/id/organization/european-union', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1071,1172'], said: {`label`: 'applied to join', `relation`: 'appliedToJoin', `status`: 'asserted', `when`: '2016-02', `firstDay`: date('2016-02-01'), `lastDay`: date('2016-02-29'), `confidence`: 0.90, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/2740d04842ad906b', subject: 'https://legation.example/id/country/FI', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=215,313'], said: {`label`: 'applied to join', `relation`: 'appliedToJoin', `status`: 'asserted', `when`: '2022-05-18', `firstDay`: date('2022-05-18'), `lastDay`: date('2022-05-18'), `confidence`: 0.92, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/1a4bf4d2b99c81b3', subject: 'https://legation.example/id/country/GE', object: 'https://legation.example/id/organization/european-union', evidence: ['https://legation.example/id/document/accessions-63261f62#char=848,944'], said: {`label`: 'applied to join', `relation`: 'appliedToJoin', `status`: 'asserted', `when`: '2022-03-03', `firstDay`: date('2022-03-03'), `lastDay`: date('2022-03-03'), `confidence`: 0.95, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/613f1949230bc666', subject: 'https://legation.example/id/country/MD', object: 'https://legation.example/id/organization/european-union', evidence: ['https://legation.example/id/document/accessions-63261f62#char=848,944'], said: {`label`: 'applied to join', `relation`: 'appliedToJoin', `status`: 'asserted', `when`: '2022-03-03', `firstDay`: date('2022-03-03'), `lastDay`: date('2022-03-03'), `confidence`: 0.95, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/e840db773cefb1a2', subject: 'https://legation.example/id/country/SE', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=215,313'], said: {`label`: 'applied to join', `relation`: 'appliedToJoin', `status`: 'asserted', `when`: '2022-05-18', `firstDay`: date('2022-05-18'), `lastDay`: date('2022-05-18'), `confidence`: 0.92, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/84ca90f629c566fd', subject: 'https://legation.example/id/country/TL', object: 'https://legation.example/id/organization/asean', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2736,2829'], said: {`label`: 'applied to join', `relation`: 'appliedToJoin', `status`: 'asserted', `when`: '2011-03', `firstDay`: date('2011-03-01'), `lastDay`: date('2011-03-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/4123f2e1a0f0e1c5', subject: 'https://legation.example/id/country/UA', object: 'https://legation.example/id/organization/european-union', evidence: ['https://legation.example/id/document/accessions-63261f62#char=848,944'], said: {`label`: 'applied to join', `relation`: 'appliedToJoin', `status`: 'asserted', `when`: '2022-02-28', `firstDay`: date('2022-02-28'), `lastDay`: date('2022-02-28'), `confidence`: 0.90, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`APPLIED_TO_JOIN` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/a874a9c742dbc962', subject: 'https://legation.example/id/country/RU', object: 'https://legation.example/id/country/UA', evidence: ['https://legation.example/id/document/accessions-63261f62#char=215,313'], said: {`label`: 'attacked', `relation`: 'attacked', `status`: 'asserted', `when`: '2022-02-23', `firstDay`: date('2022-02-23'), `lastDay`: date('2022-02-23'), `confidence`: 0.97, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`ATTACKED` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/fff99c380c5434f9', subject: 'https://legation.example/id/country/DE', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1228,1394'], said: {`label`: 'founded', `relation`: 'founded', `status`: 'asserted', `when`: '2008-05', `firstDay`: date('2008-05-01'), `lastDay`: date('2008-05-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/bf0a5df21b4299ac', subject: 'https://legation.example/id/country/EE', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1228,1394'], said: {`label`: 'founded', `relation`: 'founded', `status`: 'asserted', `when`: '2008-05', `firstDay`: date('2008-05-01'), `lastDay`: date('2008-05-31'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/f47451d7ab09c1fd', subject: 'https://legation.example/id/country/ES', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1228,1394'], said: {`label`: 'founded', `relation`: 'founded', `status`: 'asserted', `when`: '2008-05', `firstDay`: date('2008-05-01'), `lastDay`: date('2008-05-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/466128b1d297e6a1', subject: 'https://legation.example/id/country/IT', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1228,1394'], said: {`label`: 'founded', `relation`: 'founded', `status`: 'asserted', `when`: '2008-05', `firstDay`: date('2008-05-01'), `lastDay`: date('2008-05-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/bdaca1c4ef727ff4', subject: 'https://legation.example/id/country/LT', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1228,1394'], said: {`label`: 'founded', `relation`: 'founded', `status`: 'asserted', `when`: '2008-05', `firstDay`: date('2008-05-01'), `lastDay`: date('2008-05-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/99e128d12f52cd80', subject: 'https://legation.example/id/country/LV', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1228,1394'], said: {`label`: 'founded', `relation`: 'founded', `status`: 'asserted', `when`: '2008-05', `firstDay`: date('2008-05-01'), `lastDay`: date('2008-05-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/d7fd21262c178994', subject: 'https://legation.example/id/country/SK', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1228,1394'], said: {`label`: 'founded', `relation`: 'founded', `status`: 'asserted', `when`: '2008-05', `firstDay`: date('2008-05-01'), `lastDay`: date('2008-05-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`FOUNDED` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/984dccebc4bf9b7f', subject: 'https://legation.example/id/person/ulf-kristersson', object: 'https://legation.example/id/country/SE', evidence: ['https://legation.example/id/document/accessions-63261f62#char=437,628'], said: {`label`: 'holds position in', `relation`: 'holdsPosition', `status`: 'asserted', `role`: 'prime minister', `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`HOLDS_POSITION` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/3c5af2c2a54a0cee', subject: 'https://legation.example/id/country/AE', object: 'https://legation.example/id/organization/brics', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2563,2735'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2024-01-01', `firstDay`: date('2024-01-01'), `lastDay`: date('2024-01-01'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/318971ef25ecb2d3', subject: 'https://legation.example/id/country/BY', object: 'https://legation.example/id/organization/shanghai-cooperation-organization', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2381,2488'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2024-07', `firstDay`: date('2024-07-01'), `lastDay`: date('2024-07-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/ae34654d2f0cb0b9', subject: 'https://legation.example/id/country/CO', object: 'https://legation.example/id/organization/oecd', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1662,1792'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2020-04-28', `firstDay`: date('2020-04-28'), `lastDay`: date('2020-04-28'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/be70e0d9cd7c1bee', subject: 'https://legation.example/id/country/CR', object: 'https://legation.example/id/organization/oecd', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1662,1792'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2021-05-25', `firstDay`: date('2021-05-25'), `lastDay`: date('2021-05-25'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/ad8b6b98093bd05c', subject: 'https://legation.example/id/country/EG', object: 'https://legation.example/id/organization/brics', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2563,2735'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2024-01-01', `firstDay`: date('2024-01-01'), `lastDay`: date('2024-01-01'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/94f801c316462003', subject: 'https://legation.example/id/country/ET', object: 'https://legation.example/id/organization/brics', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2563,2735'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2024-01-01', `firstDay`: date('2024-01-01'), `lastDay`: date('2024-01-01'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/bd6463cb72960ce0', subject: 'https://legation.example/id/country/FI', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1395,1466'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2015', `firstDay`: date('2015-01-01'), `lastDay`: date('2015-12-31'), `confidence`: 0.89, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/7ffa210ff0f5617b', subject: 'https://legation.example/id/country/FI', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=405,436'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2023-04-04', `firstDay`: date('2023-04-04'), `lastDay`: date('2023-04-04'), `confidence`: 0.92, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/00add982a1581f48', subject: 'https://legation.example/id/country/GA', object: 'https://legation.example/id/organization/commonwealth', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2105,2252'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2022-06', `firstDay`: date('2022-06-01'), `lastDay`: date('2022-06-30'), `confidence`: 0.88, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/6a5e990c1f24fbe0', subject: 'https://legation.example/id/country/GB', object: 'https://legation.example/id/agreement/comprehensive-and-progressive-agreement-for-trans-pacific-partnership', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1793,2012'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2024-12', `firstDay`: date('2024-12-01'), `lastDay`: date('2024-12-31'), `confidence`: 0.92, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/5d412b65d11f2a95', subject: 'https://legation.example/id/country/HR', object: 'https://legation.example/id/organization/european-union', evidence: ['https://legation.example/id/document/accessions-63261f62#char=738,793'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2013-07-01', `firstDay`: date('2013-07-01'), `lastDay`: date('2013-07-01'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/bc86cfc35aea5e6f', subject: 'https://legation.example/id/country/IE', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1539,1642'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `confidence`: 0.91, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/3f25e46cf08b145d', subject: 'https://legation.example/id/country/IR', object: 'https://legation.example/id/organization/brics', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2563,2735'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2024-01-01', `firstDay`: date('2024-01-01'), `lastDay`: date('2024-01-01'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/4eda0eb31c2adf43', subject: 'https://legation.example/id/country/IR', object: 'https://legation.example/id/organization/shanghai-cooperation-organization', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2381,2488'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2023-07', `firstDay`: date('2023-07-01'), `lastDay`: date('2023-07-31'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/3c4a811939c83597', subject: 'https://legation.example/id/country/IS', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1539,1642'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `confidence`: 0.90, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/86e60c0bff1ad556', subject: 'https://legation.example/id/country/JP', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1539,1642'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `confidence`: 0.91, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/bcb854cca66944fc', subject: 'https://legation.example/id/country/KR', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1467,1538'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2022-05', `firstDay`: date('2022-05-01'), `lastDay`: date('2022-05-31'), `confidence`: 0.92, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/d4abc6ee2621a001', subject: 'https://legation.example/id/country/ME', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=47,214'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2017-06-05', `firstDay`: date('2017-06-05'), `lastDay`: date('2017-06-05'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/2416d0643e602c71', subject: 'https://legation.example/id/country/MK', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=47,214'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2020-03-27', `firstDay`: date('2020-03-27'), `lastDay`: date('2020-03-27'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/5b79653ecbd4092b', subject: 'https://legation.example/id/country/MV', object: 'https://legation.example/id/organization/commonwealth', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2105,2252'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2020-02-01', `firstDay`: date('2020-02-01'), `lastDay`: date('2020-02-01'), `confidence`: 0.85, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/5d340bca6b042379', subject: 'https://legation.example/id/country/SE', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=437,628'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2024-03-07', `firstDay`: date('2024-03-07'), `lastDay`: date('2024-03-07'), `confidence`: 0.92, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/ab973ee21840cbc0', subject: 'https://legation.example/id/country/TG', object: 'https://legation.example/id/organization/commonwealth', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2105,2252'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2022-06', `firstDay`: date('2022-06-01'), `lastDay`: date('2022-06-30'), `confidence`: 0.88, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/1b3bd94b8d075f96', subject: 'https://legation.example/id/country/UA', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1539,1642'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `confidence`: 0.92, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/79e3cce4b7b26e5e', subject: 'https://legation.example/id/organization/african-union', object: 'https://legation.example/id/organization/g20', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2489,2562'], said: {`label`: 'joined', `relation`: 'joined', `status`: 'asserted', `when`: '2023-09', `firstDay`: date('2023-09-01'), `lastDay`: date('2023-09-30'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`JOINED` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/9f79318164b0ddcd', subject: 'https://legation.example/id/country/AO', object: 'https://legation.example/id/organization/opec', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2253,2380'], said: {`label`: 'left', `relation`: 'left', `status`: 'asserted', `when`: '2024', `firstDay`: date('2024-01-01'), `lastDay`: date('2024-12-31'), `confidence`: 0.89, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/1f83cfa37bd0e1b3', subject: 'https://legation.example/id/country/GB', object: 'https://legation.example/id/organization/european-union', evidence: ['https://legation.example/id/document/accessions-63261f62#char=794,847'], said: {`label`: 'left', `relation`: 'left', `status`: 'asserted', `when`: '2020-01-31', `firstDay`: date('2020-01-31'), `lastDay`: date('2020-01-31'), `confidence`: 0.82, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/a2d99123b4035501', subject: 'https://legation.example/id/country/MV', object: 'https://legation.example/id/organization/commonwealth', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2105,2252'], said: {`label`: 'left', `relation`: 'left', `status`: 'asserted', `when`: '2016-10', `firstDay`: date('2016-10-01'), `lastDay`: date('2016-10-31'), `confidence`: 0.94, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/41147ed829a28122', subject: 'https://legation.example/id/country/QA', object: 'https://legation.example/id/organization/opec', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2253,2380'], said: {`label`: 'left', `relation`: 'left', `status`: 'asserted', `when`: '2019-01-01', `firstDay`: date('2019-01-01'), `lastDay`: date('2019-01-01'), `confidence`: 0.97, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`LEFT` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/6c673b1225815d03', subject: 'https://legation.example/id/organization/ccdcoe', object: 'https://legation.example/id/place/tallinn', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1228,1394'], said: {`label`: 'located in', `relation`: 'locatedIn', `status`: 'asserted', `confidence`: 0.96, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`LOCATED_IN` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/935d8c3339e42f11', subject: 'https://legation.example/id/country/BY', object: 'https://legation.example/id/organization/shanghai-cooperation-organization', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2381,2488'], said: {`label`: 'member of', `relation`: 'memberOf', `status`: 'asserted', `when`: '2024-07', `firstDay`: date('2024-07-01'), `lastDay`: date('2024-07-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/b6dbf567d5c15c51', subject: 'https://legation.example/id/country/GB', object: 'https://legation.example/id/agreement/comprehensive-and-progressive-agreement-for-trans-pacific-partnership', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1793,2012'], said: {`label`: 'member of', `relation`: 'memberOf', `status`: 'asserted', `when`: '2024-12', `firstDay`: date('2024-12-01'), `lastDay`: date('2024-12-31'), `confidence`: 0.91, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/6b3270e788f88a0f', subject: 'https://legation.example/id/country/IE', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1539,1642'], said: {`label`: 'member of', `relation`: 'memberOf', `status`: 'asserted', `confidence`: 0.90, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/27c157f0d707737d', subject: 'https://legation.example/id/country/IR', object: 'https://legation.example/id/organization/shanghai-cooperation-organization', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2381,2488'], said: {`label`: 'member of', `relation`: 'memberOf', `status`: 'asserted', `when`: '2023-07', `firstDay`: date('2023-07-01'), `lastDay`: date('2023-07-31'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/a32efaccb21b394d', subject: 'https://legation.example/id/country/IS', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1539,1642'], said: {`label`: 'member of', `relation`: 'memberOf', `status`: 'asserted', `confidence`: 0.89, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/3bb8c1425aa82cc0', subject: 'https://legation.example/id/country/JP', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1539,1642'], said: {`label`: 'member of', `relation`: 'memberOf', `status`: 'asserted', `confidence`: 0.90, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/a3ec4e28ec0021d2', subject: 'https://legation.example/id/country/ME', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=47,214'], said: {`label`: 'member of', `relation`: 'memberOf', `status`: 'asserted', `when`: '2017-06-05', `firstDay`: date('2017-06-05'), `lastDay`: date('2017-06-05'), `confidence`: 0.98, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/c64188bee768bc09', subject: 'https://legation.example/id/country/MK', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=47,214'], said: {`label`: 'member of', `relation`: 'memberOf', `status`: 'asserted', `when`: '2020-03-27', `firstDay`: date('2020-03-27'), `lastDay`: date('2020-03-27'), `confidence`: 0.99, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/e08903b1416e42c9', subject: 'https://legation.example/id/country/UA', object: 'https://legation.example/id/organization/ccdcoe', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1539,1642'], said: {`label`: 'member of', `relation`: 'memberOf', `status`: 'asserted', `confidence`: 0.91, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`MEMBER_OF` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/14d4a586e8e87a25', subject: 'https://legation.example/id/country/CN', object: 'https://legation.example/id/organization/oecd', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2013,2092'], said: {`label`: 'joined [negated]', `relation`: 'joined', `status`: 'negated', `confidence`: 0.42, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/f3e10be3b0d03e87', subject: 'https://legation.example/id/country/GE', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=629,720'], said: {`label`: 'joined [negated]', `relation`: 'joined', `status`: 'negated', `confidence`: 0.81, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/66ab229b7bcfdf4a', subject: 'https://legation.example/id/country/MD', object: 'https://legation.example/id/organization/european-union', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1173,1211'], said: {`label`: 'joined [negated]', `relation`: 'joined', `status`: 'negated', `confidence`: 0.56, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/cf03f6d751e6549a', subject: 'https://legation.example/id/country/TW', object: 'https://legation.example/id/organization/oecd', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2013,2092'], said: {`label`: 'joined [negated]', `relation`: 'joined', `status`: 'negated', `confidence`: 0.42, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/0b5f0e5069349c80', subject: 'https://legation.example/id/country/UA', object: 'https://legation.example/id/organization/european-union', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1173,1211'], said: {`label`: 'joined [negated]', `relation`: 'joined', `status`: 'negated', `confidence`: 0.56, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`NEGATED_JOINED` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/7ce5e4b44c81bb38', subject: 'https://legation.example/id/organization/nato', object: 'https://legation.example/id/event/madrid-summit', evidence: ['https://legation.example/id/document/accessions-63261f62#char=314,404'], said: {`label`: 'participated in', `relation`: 'participatedIn', `status`: 'asserted', `when`: '2022-06-29', `firstDay`: date('2022-06-29'), `lastDay`: date('2022-06-29'), `confidence`: 0.96, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`PARTICIPATED_IN` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/c4a3d4ca39559dbb', subject: 'https://legation.example/id/country/GB', object: 'https://legation.example/id/agreement/comprehensive-and-progressive-agreement-for-trans-pacific-partnership', evidence: ['https://legation.example/id/document/accessions-63261f62#char=1793,2012'], said: {`label`: 'joined [planned]', `relation`: 'joined', `status`: 'planned', `when`: '2021-02', `firstDay`: date('2021-02-01'), `lastDay`: date('2021-02-28'), `confidence`: 0.90, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/4bcacc74f7a4654f', subject: 'https://legation.example/id/country/TL', object: 'https://legation.example/id/organization/asean', evidence: ['https://legation.example/id/document/accessions-63261f62#char=2736,2829'], said: {`label`: 'joined [planned]', `relation`: 'joined', `status`: 'planned', `when`: '2011-03', `firstDay`: date('2011-03-01'), `lastDay`: date('2011-03-31'), `confidence`: 0.90, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`PLANNED_JOINED` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/statement/c11af57ad3b1ecf0', subject: 'https://legation.example/id/country/FI', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=314,404'], said: {`label`: 'joined [possible]', `relation`: 'joined', `status`: 'possible', `when`: '2022-06-29', `firstDay`: date('2022-06-29'), `lastDay`: date('2022-06-29'), `confidence`: 0.65, `symmetric`: false, `support`: 1, `documents`: 1}},
  {id: 'https://legation.example/id/statement/4c96c770bddf5e48', subject: 'https://legation.example/id/country/SE', object: 'https://legation.example/id/organization/nato', evidence: ['https://legation.example/id/document/accessions-63261f62#char=314,404'], said: {`label`: 'joined [possible]', `relation`: 'joined', `status`: 'possible', `when`: '2022-06-29', `firstDay`: date('2022-06-29'), `lastDay`: date('2022-06-29'), `confidence`: 0.65, `symmetric`: false, `support`: 1, `documents`: 1}}
] AS row
MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object})
MERGE (a)-[r:`POSSIBLE_JOINED` {id: row.id}]->(b)
SET r += row.said, r.evidence = [x IN coalesce(r.evidence, []) WHERE NOT x IN row.evidence] + row.evidence
SET r.support = size(r.evidence);
UNWIND [
  {id: 'https://legation.example/id/agreement/comprehensive-and-progressive-agreement-for-trans-pacific-partnership', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1838, 1909], ends: [1907, 1914]},
  {id: 'https://legation.example/id/country/AE', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2593], ends: [2613]},
  {id: 'https://legation.example/id/country/AO', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2348], ends: [2354]},
  {id: 'https://legation.example/id/country/AR', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2654], ends: [2663]},
  {id: 'https://legation.example/id/country/BA', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1071], ends: [1093]},
  {id: 'https://legation.example/id/country/BY', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2467], ends: [2474]},
  {id: 'https://legation.example/id/country/CN', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2013], ends: [2018]},
  {id: 'https://legation.example/id/country/CO', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1662], ends: [1670]},
  {id: 'https://legation.example/id/country/CR', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1766], ends: [1776]},
  {id: 'https://legation.example/id/country/DE', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1340], ends: [1347]},
  {id: 'https://legation.example/id/country/EE', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1331], ends: [1338]},
  {id: 'https://legation.example/id/country/EG', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2563], ends: [2568]},
  {id: 'https://legation.example/id/country/ES', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1388], ends: [1393]},
  {id: 'https://legation.example/id/country/ET', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2570], ends: [2578]},
  {id: 'https://legation.example/id/country/FI', source: 'https://legation.example/id/document/accessions-63261f62', starts: [215, 405, 1395], ends: [222, 412, 1402]},
  {id: 'https://legation.example/id/country/GA', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2210], ends: [2215]},
  {id: 'https://legation.example/id/country/GB', source: 'https://legation.example/id/document/accessions-63261f62', starts: [798, 1793], ends: [812, 1800]},
  {id: 'https://legation.example/id/country/GE', source: 'https://legation.example/id/document/accessions-63261f62', starts: [629, 912, 1030], ends: [636, 919, 1037]},
  {id: 'https://legation.example/id/country/GR', source: 'https://legation.example/id/document/accessions-63261f62', starts: [169], ends: [175]},
  {id: 'https://legation.example/id/country/HR', source: 'https://legation.example/id/document/accessions-63261f62', starts: [738], ends: [745]},
  {id: 'https://legation.example/id/country/HU', source: 'https://legation.example/id/document/accessions-63261f62', starts: [473], ends: [480]},
  {id: 'https://legation.example/id/country/IE', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1595], ends: [1602]},
  {id: 'https://legation.example/id/country/IR', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2381, 2580], ends: [2385, 2584]},
  {id: 'https://legation.example/id/country/IS', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1586], ends: [1593]},
  {id: 'https://legation.example/id/country/IT', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1349], ends: [1354]},
  {id: 'https://legation.example/id/country/JP', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1604], ends: [1609]},
  {id: 'https://legation.example/id/country/KR', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1467], ends: [1478]},
  {id: 'https://legation.example/id/country/LT', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1364], ends: [1373]},
  {id: 'https://legation.example/id/country/LV', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1356], ends: [1362]},
  {id: 'https://legation.example/id/country/MD', source: 'https://legation.example/id/document/accessions-63261f62', starts: [900, 1004], ends: [907, 1011]},
  {id: 'https://legation.example/id/country/ME', source: 'https://legation.example/id/document/accessions-63261f62', starts: [47], ends: [57]},
  {id: 'https://legation.example/id/country/MK', source: 'https://legation.example/id/document/accessions-63261f62', starts: [102], ends: [117]},
  {id: 'https://legation.example/id/country/MV', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2109], ends: [2117]},
  {id: 'https://legation.example/id/country/QA', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2253], ends: [2258]},
  {id: 'https://legation.example/id/country/RU', source: 'https://legation.example/id/document/accessions-63261f62', starts: [286], ends: [292]},
  {id: 'https://legation.example/id/country/SE', source: 'https://legation.example/id/document/accessions-63261f62', starts: [227, 437, 543], ends: [233, 443, 550]},
  {id: 'https://legation.example/id/country/SK', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1375], ends: [1383]},
  {id: 'https://legation.example/id/country/TG', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2220], ends: [2224]},
  {id: 'https://legation.example/id/country/TL', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2736], ends: [2747]},
  {id: 'https://legation.example/id/country/TR', source: 'https://legation.example/id/document/accessions-63261f62', starts: [462], ends: [468]},
  {id: 'https://legation.example/id/country/TW', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2023], ends: [2029]},
  {id: 'https://legation.example/id/country/UA', source: 'https://legation.example/id/document/accessions-63261f62', starts: [305, 848, 992, 1614], ends: [312, 855, 999, 1621]},
  {id: 'https://legation.example/id/event/madrid-summit', source: 'https://legation.example/id/document/accessions-63261f62', starts: [321], ends: [334]},
  {id: 'https://legation.example/id/organization/african-union', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2493], ends: [2506]},
  {id: 'https://legation.example/id/organization/asean', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2768, 2808], ends: [2806, 2813]},
  {id: 'https://legation.example/id/organization/brics', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2621], ends: [2626]},
  {id: 'https://legation.example/id/organization/ccdcoe', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1232, 1285], ends: [1283, 1291]},
  {id: 'https://legation.example/id/organization/commonwealth', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2148], ends: [2160]},
  {id: 'https://legation.example/id/organization/european-council', source: 'https://legation.example/id/document/accessions-63261f62', starts: [970], ends: [986]},
  {id: 'https://legation.example/id/organization/european-union', source: 'https://legation.example/id/document/accessions-63261f62', starts: [722, 758, 774], ends: [736, 772, 776]},
  {id: 'https://legation.example/id/organization/g20', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2527], ends: [2530]},
  {id: 'https://legation.example/id/organization/nato', source: 'https://legation.example/id/document/accessions-63261f62', starts: [41, 77, 662], ends: [45, 81, 666]},
  {id: 'https://legation.example/id/organization/oecd', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1682, 1738], ends: [1736, 1742]},
  {id: 'https://legation.example/id/organization/opec', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2268, 2319], ends: [2317, 2323]},
  {id: 'https://legation.example/id/organization/shanghai-cooperation-organization', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2409, 2444], ends: [2442, 2447]},
  {id: 'https://legation.example/id/person/ulf-kristersson', source: 'https://legation.example/id/document/accessions-63261f62', starts: [567], ends: [582]},
  {id: 'https://legation.example/id/place/auckland', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1950], ends: [1958]},
  {id: 'https://legation.example/id/place/johannesburg', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2695], ends: [2707]},
  {id: 'https://legation.example/id/place/new-delhi', source: 'https://legation.example/id/document/accessions-63261f62', starts: [2534], ends: [2543]},
  {id: 'https://legation.example/id/place/tallinn', source: 'https://legation.example/id/document/accessions-63261f62', starts: [1308], ends: [1315]},
  {id: 'https://legation.example/id/place/washington-d-c', source: 'https://legation.example/id/document/accessions-63261f62', starts: [617], ends: [627]}
] AS row
MATCH (n:Entity {id: row.id}), (s:Source {id: row.source})
MERGE (n)-[r:MENTIONED_IN]->(s)
SET r.starts = row.starts, r.ends = row.ends;
