// How many shipments answer a question.
// $start STRING: where to begin, the narrowest there is: document, shipper, consignee, parties or all
// $parties LIST<INTEGER>: shipper, consignee, end user or forwarder is any of these keys, or null
// $shipper INTEGER: key of the shipper, or null
// $consignee INTEGER: key of the consignee, or null
// $document STRING: or null
// $fromCountry STRING: or null
// $toCountry STRING: or null
// $product STRING: as stated, or null
// $hs STRING: or null
// $departsSince INTEGER: can have departed on this day or later
// $departsUntil INTEGER: can have departed on this day or before
// $version INTEGER: the last import that is visible
// $asOf INTEGER: what was learned after this day is hidden
CALL () {
  WITH * WHERE $start = 'document'
  MATCH (s:Shipment|SupersededShipment)
  WHERE s.document = $document
  RETURN s
  UNION ALL
  WITH * WHERE $start = 'shipper'
  MATCH (s:Shipment|SupersededShipment)
  WHERE s.shipper = $shipper AND s.departs <= $departsUntil
  RETURN s
  UNION ALL
  WITH * WHERE $start = 'consignee'
  MATCH (s:Shipment|SupersededShipment)
  WHERE s.consignee = $consignee AND s.arrives IS NOT NULL
  RETURN s
  UNION ALL
  WITH * WHERE $start = 'parties'
  MATCH (party:Entity)
  WHERE party.key IN $parties
  MATCH (party)-[:SHIPPED|DELIVERED_TO|END_USER|FORWARDED_BY]-(s:Shipment|SupersededShipment)
  RETURN DISTINCT s
  UNION ALL
  WITH * WHERE $start = 'all'
  MATCH (s:Shipment|SupersededShipment)
  RETURN s
}
WITH s
WHERE ($shipper IS NULL OR s.shipper = $shipper)
  AND ($consignee IS NULL OR s.consignee = $consignee)
  AND ($parties IS NULL OR s.shipper IN $parties OR s.consignee IN $parties
    OR s.endUser IN $parties OR s.forwarder IN $parties)
  AND ($document IS NULL OR s.document = $document)
  AND ($fromCountry IS NULL OR s.fromCountry = $fromCountry)
  AND ($toCountry IS NULL OR s.toCountry = $toCountry)
  AND ($product IS NULL OR s.product = $product)
  AND ($hs IS NULL OR s.hs = $hs)
  AND s.departsLatest >= $departsSince AND s.departs <= $departsUntil
  AND s.since <= $version AND (s.retrievedOn IS NULL OR s.retrievedOn <= $asOf)
  AND (s.contested IS NULL OR NOT EXISTS {
    MATCH (other:Shipment|SupersededShipment)
    WHERE other.key = s.key AND other.since <= $version AND (other.retrievedOn IS NULL OR other.retrievedOn <= $asOf)
      AND (other.dataset < s.dataset OR other.dataset = s.dataset AND other.since > s.since)
  })
RETURN count(*) AS total
