# cython: language_level=3, boundscheck=False, wraparound=False
"""The quick half of the reading door: libyaml's events go straight into data, without an object for each of them.

It reads what is ordinary. Whatever is not (a tag, an alias, a key said twice, a length beyond its limit, what is no YAML)
it leaves to `yaml_source`, which knows the words for it and reads the file itself: this half says nothing of its own.
Places are kept in one block of memory and become objects where somebody asks for them, which few do.
"""

cimport cython
from cpython.unicode cimport PyUnicode_AsUTF8AndSize, PyUnicode_DecodeUTF8
from libc.stdlib cimport free, realloc

from tsukuba_pia.diagnostics import Position


cdef extern from "yaml.h":
    ctypedef unsigned char yaml_char_t

    ctypedef enum yaml_encoding_t:
        YAML_UTF8_ENCODING

    ctypedef enum yaml_event_type_t:
        YAML_STREAM_END_EVENT
        YAML_DOCUMENT_START_EVENT
        YAML_ALIAS_EVENT
        YAML_SCALAR_EVENT
        YAML_SEQUENCE_START_EVENT
        YAML_SEQUENCE_END_EVENT
        YAML_MAPPING_START_EVENT
        YAML_MAPPING_END_EVENT

    ctypedef enum yaml_scalar_style_t:
        YAML_PLAIN_SCALAR_STYLE
        YAML_DOUBLE_QUOTED_SCALAR_STYLE

    ctypedef struct yaml_mark_t:
        size_t index
        size_t line
        size_t column

    ctypedef struct yaml_tag_directive_t:
        pass

    ctypedef struct tag_directives_t "":
        yaml_tag_directive_t *start
        yaml_tag_directive_t *end

    ctypedef struct document_start_t "":
        void *version_directive
        tag_directives_t tag_directives

    ctypedef struct scalar_t "":
        yaml_char_t *anchor
        yaml_char_t *tag
        yaml_char_t *value
        size_t length
        yaml_scalar_style_t style

    ctypedef struct collection_t "":
        yaml_char_t *anchor
        yaml_char_t *tag

    ctypedef union event_data_t "":
        document_start_t document_start
        scalar_t scalar
        collection_t sequence_start
        collection_t mapping_start

    ctypedef struct yaml_event_t:
        yaml_event_type_t type
        event_data_t data
        yaml_mark_t start_mark
        yaml_mark_t end_mark

    ctypedef struct yaml_parser_t:
        pass

    int yaml_parser_initialize(yaml_parser_t *parser)
    void yaml_parser_delete(yaml_parser_t *parser)
    void yaml_parser_set_encoding(yaml_parser_t *parser, yaml_encoding_t encoding)
    void yaml_parser_set_input_string(yaml_parser_t *parser, const yaml_char_t *text, size_t size)
    int yaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event)
    void yaml_event_delete(yaml_event_t *event)


cdef enum Kind:
    PLAIN
    QUOTED  # or a block of lines
    SEQUENCE
    MAPPING


cdef struct Spot:
    unsigned int index, line, column  # all from 0; a file has fewer bytes than fit in here


cdef struct Node:
    Spot begin, end, key  # `key`: where the key before it stands, in a mapping
    unsigned int name     # which of the keys that is
    unsigned int behind   # the number of the first node behind it and what is in it
    Kind kind


cdef class Place:
    """Where a character stands, counted from 0."""

    cdef readonly unsigned int index, line, column


cdef Place place_of(Spot spot):
    cdef Place place = Place.__new__(Place)
    place.index, place.line, place.column = spot.index, spot.line, spot.column
    return place


cdef Spot spot_of(yaml_mark_t *mark) noexcept:
    cdef Spot spot
    spot.index, spot.line, spot.column = <unsigned int> mark.index, <unsigned int> mark.line, <unsigned int> mark.column
    return spot


@cython.no_gc  # nothing in it leads back to it
cdef class Nodes:
    """The places of all values of a file, in its order."""

    cdef Node *all
    cdef unsigned int count, room
    cdef list names

    def __cinit__(self):
        self.names = []

    def __dealloc__(self):
        free(self.all)

    cdef Node *add(self, Kind kind, yaml_event_t *event) except NULL:
        cdef Node *wider
        cdef Node *node
        if self.count == self.room:
            self.room = 2 * self.room or 1024
            wider = <Node *> realloc(self.all, self.room * sizeof(Node))
            if wider == NULL:
                raise MemoryError
            self.all = wider
        node = &self.all[self.count]
        self.count += 1
        node.begin, node.end = spot_of(&event.start_mark), spot_of(&event.end_mark)
        node.kind, node.behind = kind, self.count
        return node


@cython.no_gc
cdef class Mark:
    """Where a value stands; in all it can be asked for the same as `yaml_source.Mark`."""

    cdef Nodes nodes
    cdef unsigned int number
    cdef object within

    @property
    def begin(self):
        return place_of(self.nodes.all[self.number].begin)

    @property
    def end(self):
        return place_of(self.nodes.all[self.number].end)

    @property
    def plain(self):
        return self.nodes.all[self.number].kind == PLAIN

    @property
    def start(self):
        """The place of its first character, counted from 1."""
        cdef Spot spot = self.nodes.all[self.number].begin
        return Position(spot.line + 1, spot.column + 1)

    @property
    def after(self):
        """The place behind its last character, counted from 1."""
        cdef Spot spot = self.nodes.all[self.number].end
        return Position(spot.line + 1, spot.column + 1)

    @property
    def inner(self):
        """The marks of a collection's values, with their keys' places."""
        cdef Node *here = &self.nodes.all[self.number]
        cdef Node *one
        cdef unsigned int number = self.number + 1
        if here.kind < SEQUENCE or self.within is not None:
            return self.within
        within = {} if here.kind == MAPPING else []
        while number < here.behind:
            one = &self.nodes.all[number]
            mark = mark_of(self.nodes, number)
            if here.kind == MAPPING:
                (<dict> within)[self.nodes.names[one.name]] = (place_of(one.key), mark)
            else:
                (<list> within).append(mark)
            number = one.behind
        self.within = within
        return within


cdef Mark mark_of(Nodes nodes, unsigned int number):
    cdef Mark mark = Mark.__new__(Mark)
    mark.nodes, mark.number = nodes, number
    return mark


cdef struct Limits:
    unsigned int depth, nodes, key, scalar


def load(
    str text,
    object value_of,
    object is_odd,
    *,
    unsigned int depth,
    unsigned int nodes,
    unsigned int key,
    unsigned int scalar,
):
    """The data of a text and the mark of its root; None where it is not ordinary.

    Args:
        text: A whole file, free of characters that may not be there.
        value_of: What a plain scalar says. It raises ValueError where that is for `yaml_source` to tell.
        is_odd: Whether a text that may have been written with escapes says what no file may say.
        depth: How many collections may lie in each other.
        nodes: How many values there may be.
        key: How many characters a key may have.
        scalar: How many characters another scalar may have.
    """
    cdef Limits limits = Limits(depth, nodes, key, scalar)
    cdef yaml_parser_t parser
    cdef Py_ssize_t size
    cdef const char *raw = PyUnicode_AsUTF8AndSize(text, &size)
    if not yaml_parser_initialize(&parser):
        return None
    try:
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, <const yaml_char_t *> raw, <size_t> size)
        return build(&parser, value_of, is_odd if "\\" in text else None, limits)
    except ValueError:
        return None
    finally:
        yaml_parser_delete(&parser)


cdef object build(yaml_parser_t *parser, object value_of, object is_odd, Limits limits):
    cdef Nodes nodes = Nodes.__new__(Nodes)
    cdef Builder builder = Builder.__new__(Builder)
    cdef yaml_event_t event
    cdef bint goes_on = True
    builder.nodes, builder.value_of, builder.is_odd, builder.limits = nodes, value_of, is_odd, limits
    builder.open = []
    while goes_on:
        if not yaml_parser_parse(parser, &event):
            return None
        try:
            goes_on = builder.take(&event)
        finally:
            yaml_event_delete(&event)
    if not builder.ended or builder.root is None:
        return None
    return builder.root, mark_of(nodes, 0)


cdef class Builder:
    """Puts the values together; `take` returns False at the end and where something is not ordinary."""

    cdef Nodes nodes
    cdef Limits limits
    cdef object value_of, is_odd, root
    cdef list open     # what is around the collection that is being filled
    cdef object holder  # that collection
    cdef unsigned int holder_number
    cdef bint is_mapping
    cdef object key     # the key that waits for its value
    cdef Spot key_spot
    cdef unsigned int documents
    cdef bint ended

    cdef bint take(self, yaml_event_t *event) except -1:
        cdef yaml_event_type_t kind = event.type
        if kind == YAML_SCALAR_EVENT:
            return self.scalar(event)
        if kind == YAML_MAPPING_START_EVENT or kind == YAML_SEQUENCE_START_EVENT:
            return self.begin(event)
        if kind == YAML_MAPPING_END_EVENT or kind == YAML_SEQUENCE_END_EVENT:
            return self.close(event)
        if kind == YAML_DOCUMENT_START_EVENT:
            self.documents += 1
            return (
                self.documents == 1
                and event.data.document_start.version_directive == NULL
                and event.data.document_start.tag_directives.start == event.data.document_start.tag_directives.end
            )
        self.ended = kind == YAML_STREAM_END_EVENT
        return not self.ended and kind != YAML_ALIAS_EVENT

    cdef bint scalar(self, yaml_event_t *event) except -1:
        cdef yaml_char_t *raw = event.data.scalar.value
        cdef size_t size = event.data.scalar.length
        cdef yaml_scalar_style_t style = event.data.scalar.style
        if event.data.scalar.anchor != NULL or event.data.scalar.tag != NULL:
            return False
        value = PyUnicode_DecodeUTF8(<const char *> raw, <Py_ssize_t> size, NULL)
        if style == YAML_DOUBLE_QUOTED_SCALAR_STYLE and self.is_odd is not None and self.is_odd(value):
            return False
        if self.is_mapping and self.key is None:
            if len(value) > self.limits.key or value in <dict> self.holder:
                return False
            self.key, self.key_spot = value, spot_of(&event.start_mark)
            return True
        if len(value) > self.limits.scalar:
            return False
        self.nodes.add(PLAIN if style == YAML_PLAIN_SCALAR_STYLE else QUOTED, event)
        if style == YAML_PLAIN_SCALAR_STYLE and (size == 0 or begins_no_word(raw[0])):
            value = self.value_of(value)
        return self.put(value, self.nodes.count - 1)

    cdef bint begin(self, yaml_event_t *event) except -1:
        cdef bint mapping = event.type == YAML_MAPPING_START_EVENT
        if mapping and (event.data.mapping_start.anchor != NULL or event.data.mapping_start.tag != NULL):
            return False
        if not mapping and (event.data.sequence_start.anchor != NULL or event.data.sequence_start.tag != NULL):
            return False
        if (self.is_mapping and self.key is None) or <unsigned int> len(self.open) >= self.limits.depth:
            return False
        self.nodes.add(MAPPING if mapping else SEQUENCE, event)
        fresh = {} if mapping else []
        self.open.append((self.holder, self.holder_number, self.is_mapping))
        if not self.put(fresh, self.nodes.count - 1):
            return False
        self.holder, self.holder_number, self.is_mapping = fresh, self.nodes.count - 1, mapping
        return True

    cdef bint close(self, yaml_event_t *event) except -1:
        cdef Node *node = &self.nodes.all[self.holder_number]
        node.end, node.behind = spot_of(&event.end_mark), self.nodes.count
        self.holder, self.holder_number, self.is_mapping = self.open.pop()
        return True

    cdef bint put(self, object value, unsigned int number) except -1:
        """A value into its collection, under the key that waits for it."""
        cdef Node *node = &self.nodes.all[number]
        if self.nodes.count > self.limits.nodes:
            return False
        if self.holder is None:
            self.root = value
        elif self.is_mapping:
            (<dict> self.holder)[self.key] = value
            node.key, node.name = self.key_spot, <unsigned int> len(self.nodes.names)
            self.nodes.names.append(self.key)
            self.key = None
        else:
            (<list> self.holder).append(value)
        return True


cdef bint begins_no_word(yaml_char_t first) noexcept:
    """Whether numbers, yes and no, and nothing begin so."""
    return b"+" <= first <= b"9" or first == b"~" or first in b"nNtTfF"
