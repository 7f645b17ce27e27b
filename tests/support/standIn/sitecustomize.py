"""Read by Python as the stand-in for MongoDB starts: lets it use its indexes for the queries that Payload asks.

Payload wraps every query in `$and`, often twice. MongoDB looks into that; the stand-in does not, and reads the whole
collection each time. One condition that every match must meet is enough to find the candidates by an index: the
stand-in compares each of them with the whole query afterwards, so an answer is the same, only sooner.
"""

try:
    from bson import ObjectId
    from secantus.storage import Storage
except ImportError:
    # Another program of Python that was started from here.
    Storage = None


def conditions(query):
    """The conditions on fields that every match of the query meets."""
    for key, value in query.items():
        if not key.startswith("$"):
            yield key, value
        elif key == "$and" or (key == "$or" and len(value) == 1):
            for part in value:
                yield from conditions(part)


def values_of(condition):
    """What a field must be one of, or `None` where the condition is a range, a pattern or a negation."""
    if not isinstance(condition, dict):
        return [condition]
    if condition.keys() == {"$eq"}:
        return [condition["$eq"]]
    if condition.keys() == {"$in"}:
        return condition["$in"]
    return None


def find_by_any_condition(shipped):
    def find(self, db, coll, query, **options):
        if not any(key.startswith("$") for key in query):
            return shipped(self, db, coll, query, **options)
        found = None
        exact = [one for one in conditions(query) if values_of(one[1]) is not None]
        # Few records have one id: where it is asked for, there is nothing to compare.
        for field, value in sorted(exact, key=lambda one: not names_records(one[1])):
            some = shipped(self, db, coll, {field: value}, **options)
            if some is not None and (found is None or len(some) < len(found)):
                found = some
            if found is not None and names_records(value):
                break
        return found

    return find


def names_records(condition):
    return all(isinstance(value, ObjectId) for value in values_of(condition))


def implied_by_type(shipped):
    """An index of texts alone holds every record that has one of these texts."""

    def implies(query, partial):
        return all(
            condition == {"$type": "string"}
            and field in query
            and all(isinstance(value, str) for value in values_of(query[field]) or [None])
            for field, condition in partial.items()
        ) or shipped(query, partial)

    return staticmethod(implies)


if Storage is not None:
    Storage._try_index_id_keys = find_by_any_condition(Storage._try_index_id_keys)
    Storage._query_implies_partial = implied_by_type(Storage._query_implies_partial)
