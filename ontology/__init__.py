"""What things are: the ontology as data, the value types of a review, RDF in and out."""
