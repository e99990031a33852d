# cython: language_level=3, boundscheck=False, wraparound=False, nonecheck=True
"""The quick half of the reading door: libyaml's events go straight into data, without an object for each of them.

It reads what is ordinary. Whatever is not (a tag, an alias, a key said twice, a length beyond its limit, what is no YAML)
it leaves to `yaml_source`, which knows the words for it and reads the file itself: this half says nothing of its own.
Places are kept in one block of memory and become objects where somebody asks for them, which few do.
"""

cimport cython
from cpython.unicode cimport PyUnicode_AsUTF8AndSize, PyUnicode_DecodeUTF8
from libc.stdlib cimport free, realloc

import os

import _ruamel_yaml

from tsukuba_pia.diagnostics import Position


cdef extern from "<dlfcn.h>" nogil:
    void *dlopen(const char *path, int how)
    void *dlsym(void *library, const char *name)
    int RTLD_NOW


cdef extern from *:
    """
    /* What libyaml 0.1 and 0.2 give and take, as far as it is needed here (its yaml.h says it all). Another libyaml than
       the one that the half in Python asks would be of another mind, so neither its header nor its file is asked for. */

    enum {
        STREAM_START = 1, STREAM_END, DOCUMENT_START, DOCUMENT_END, ALIAS,
        SCALAR, SEQUENCE_START, SEQUENCE_END, MAPPING_START, MAPPING_END
    };
    enum { PLAIN_STYLE = 1, DOUBLE_QUOTED_STYLE = 3, UTF8 = 1 };

    typedef struct { size_t index, line, column; } mark_t;

    typedef struct {
        int type;
        union {
            struct { void *version; void *tags, *tags_end; int implicit; } document_start;
            struct { unsigned char *anchor, *tag, *value; size_t length; int plain, quoted, style; } scalar;
            struct { unsigned char *anchor, *tag; int implicit, style; } collection;
        } data;
        mark_t start, end;
    } event_t;

    typedef union { char room[4096]; void *pointer; } parser_t;  /* its own takes some 500 bytes */

    typedef int (*initialize_t)(parser_t *);
    typedef void (*delete_t)(parser_t *);
    typedef void (*set_encoding_t)(parser_t *, int);
    typedef void (*set_input_t)(parser_t *, const unsigned char *, size_t);
    typedef int (*parse_t)(parser_t *, event_t *);
    typedef void (*delete_event_t)(event_t *);
    """
    int STREAM_END, DOCUMENT_START, ALIAS, SCALAR, SEQUENCE_START, SEQUENCE_END, MAPPING_START, MAPPING_END
    int PLAIN_STYLE, DOUBLE_QUOTED_STYLE, UTF8

    ctypedef struct mark_t:
        size_t index
        size_t line
        size_t column

    ctypedef struct document_start_t "":
        void *version
        void *tags
        void *tags_end

    ctypedef struct scalar_t "":
        unsigned char *anchor
        unsigned char *tag
        unsigned char *value
        size_t length
        int style

    ctypedef struct collection_t "":
        unsigned char *anchor
        unsigned char *tag

    ctypedef union data_t "":
        document_start_t document_start
        scalar_t scalar
        collection_t collection

    ctypedef struct event_t:
        int type
        data_t data
        mark_t start
        mark_t end

    ctypedef struct parser_t:
        pass

    ctypedef int (*initialize_t)(parser_t *) noexcept
    ctypedef void (*delete_t)(parser_t *) noexcept
    ctypedef void (*set_encoding_t)(parser_t *, int) noexcept
    ctypedef void (*set_input_t)(parser_t *, const unsigned char *, size_t) noexcept
    ctypedef int (*parse_t)(parser_t *, event_t *) noexcept
    ctypedef void (*delete_event_t)(event_t *) noexcept


cdef void *in_libyaml(const char *name) except NULL:
    """A function of the libyaml that the half in Python reads with."""
    cdef bytes path = os.fsencode(_ruamel_yaml.__file__)
    cdef void *library = dlopen(path, RTLD_NOW)
    cdef void *found = NULL if library == NULL else dlsym(library, name)
    if found == NULL or not _ruamel_yaml.get_version_string().startswith(("0.1.", "0.2.")):
        raise ImportError("the parser that is installed cannot be asked in this way")
    return found


cdef initialize_t yaml_parser_initialize = <initialize_t> in_libyaml("yaml_parser_initialize")
cdef delete_t yaml_parser_delete = <delete_t> in_libyaml("yaml_parser_delete")
cdef set_encoding_t yaml_parser_set_encoding = <set_encoding_t> in_libyaml("yaml_parser_set_encoding")
cdef set_input_t yaml_parser_set_input_string = <set_input_t> in_libyaml("yaml_parser_set_input_string")
cdef parse_t yaml_parser_parse = <parse_t> in_libyaml("yaml_parser_parse")
cdef delete_event_t yaml_event_delete = <delete_event_t> in_libyaml("yaml_event_delete")


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


cdef Spot spot_of(mark_t *mark) noexcept:
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

    cdef Node *add(self, Kind kind, event_t *event) except NULL:
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
        node.begin, node.end = spot_of(&event.start), spot_of(&event.end)
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
    cdef parser_t parser
    cdef Py_ssize_t size
    cdef const char *raw = PyUnicode_AsUTF8AndSize(text, &size)
    if not yaml_parser_initialize(&parser):
        return None
    try:
        yaml_parser_set_encoding(&parser, UTF8)
        yaml_parser_set_input_string(&parser, <const unsigned char *> raw, <size_t> size)
        return build(&parser, value_of, is_odd if "\\" in text else None, limits)
    except ValueError:
        return None
    finally:
        yaml_parser_delete(&parser)


cdef object build(parser_t *parser, object value_of, object is_odd, Limits limits):
    cdef Nodes nodes = Nodes.__new__(Nodes)
    cdef Builder builder = Builder.__new__(Builder)
    cdef event_t event
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

    cdef bint take(self, event_t *event) except -1:
        cdef int kind = event.type
        if kind == SCALAR:
            return self.scalar(event)
        if kind == MAPPING_START or kind == SEQUENCE_START:
            return self.begin(event)
        if kind == MAPPING_END or kind == SEQUENCE_END:
            return self.close(event)
        if kind == DOCUMENT_START:
            self.documents += 1
            return (
                self.documents == 1
                and event.data.document_start.version == NULL
                and event.data.document_start.tags == event.data.document_start.tags_end
            )
        self.ended = kind == STREAM_END
        return not self.ended and kind != ALIAS

    cdef bint scalar(self, event_t *event) except -1:
        cdef unsigned char *raw = event.data.scalar.value
        cdef size_t size = event.data.scalar.length
        cdef int style = event.data.scalar.style
        if event.data.scalar.anchor != NULL or event.data.scalar.tag != NULL:
            return False
        value = PyUnicode_DecodeUTF8(<const char *> raw, <Py_ssize_t> size, NULL)
        if style == DOUBLE_QUOTED_STYLE and self.is_odd is not None and self.is_odd(value):
            return False
        if self.is_mapping and self.key is None:
            if len(value) > self.limits.key or value in <dict> self.holder:
                return False
            self.key, self.key_spot = value, spot_of(&event.start)
            return True
        if len(value) > self.limits.scalar:
            return False
        self.nodes.add(PLAIN if style == PLAIN_STYLE else QUOTED, event)
        if style == PLAIN_STYLE and (size == 0 or begins_no_word(raw[0])):
            value = self.value_of(value)
        return self.put(value, self.nodes.count - 1)

    cdef bint begin(self, event_t *event) except -1:
        cdef bint mapping = event.type == MAPPING_START
        if event.data.collection.anchor != NULL or event.data.collection.tag != NULL:
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

    cdef bint close(self, event_t *event) except -1:
        cdef Node *node = &self.nodes.all[self.holder_number]
        node.end, node.behind = spot_of(&event.end), self.nodes.count
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


cdef bint begins_no_word(unsigned char first) noexcept:
    """Whether numbers, yes and no, and nothing begin so."""
    return b"+" <= first <= b"9" or first == b"~" or first in b"nNtTfF"
