extension BadProfile {
  /// Mistakes that concern the document as a whole.
  static let document: [BadProfile] = [
    BadProfile(
      "an empty file is refused", text: "",
      ["1:1: the file is empty"]),
    BadProfile(
      "a comment alone is refused",
      text: """
        # nothing

        """,
      [
        "1:1: the file is empty"
      ]),
    BadProfile(
      "a profile is a map",
      text: """
        - a

        """,
      [
        "1:1: a profile has to be a map, not a list"
      ]),
    BadProfile(
      "a profile has operations",
      text: """
        summary: s

        """,
      [
        "1:1: operations is missing"
      ]),
    BadProfile(
      "operations are not empty",
      text: """
        summary: s
        operations: {}

        """,
      [
        "2:1: operations is empty"
      ]),
    BadProfile(
      "an operation's name is checked",
      text: """
        summary: s
        operations:
          Add: { summary: s, run: [/usr/bin/true] }
          a_b: { summary: s, run: [/usr/bin/true] }

        """,
      [
        "3:3: Add is not the name of an operation: 1 to 64 of a-z, 0-9 and -, not beginning with -",
        "4:3: a_b is not the name of an operation: 1 to 64 of a-z, 0-9 and -, not beginning with -",
      ]),
    BadProfile(
      "an operation is a map",
      text: """
        summary: s
        operations:
          a: b

        """,
      [
        "3:6: an operation has to be a map, not a text"
      ]),
    BadProfile(
      "an unknown key of a profile is refused",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        operation: x

        """,
      [
        "6:1: unknown key operation in a profile; did you mean operations?"
      ]),
    BadProfile(
      "a merge key is no key",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
          b:
            <<: x
            summary: s
            run: [/usr/bin/true]

        """,
      [
        "7:5: unknown key \"<<\" in an operation"
      ]),
    BadProfile(
      "a byte order mark is refused",
      text: """
        \u{FEFF}summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]

        """,
      [
        "1:1: a byte order mark; save the file as UTF-8 without one"
      ]),
    BadProfile(
      "a carriage return is refused",
      text: "summary: s\r\noperations:\r\n  a:\r\n    summary: s\r\n    run: [/usr/bin/true]\r\n",
      ["1:11: a carriage return; end lines with a line feed alone"]),
    BadProfile(
      "a tab is refused", text: "summary: s\noperations:\n  a:\n    summary: s\n    run: [/usr/bin/true]\n\tx: y\n",
      ["6:1: a tab; use spaces, and \\t between double quotes"]),
    BadProfile(
      "a NUL byte is refused", text: "summary: s\noperations:\n  a:\n    summary: s\n    run: [/usr/bin/true]\n# \0\n",
      ["6:3: a control character"]),
    BadProfile(
      "an escape character is refused",
      text: "summary: s\noperations:\n  a:\n    summary: s\n    run: [/usr/bin/true]\n# \u{1B}[31m\n",
      ["6:3: a control character"]),
    BadProfile(
      "a character that turns the text round is refused",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        # \u{202E}

        """,
      [
        "6:3: an invisible character"
      ]),
    BadProfile(
      "a Unicode line separator is refused",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        # a\u{2028}b

        """,
      [
        "6:4: a Unicode line separator; end lines with a line feed"
      ]),
    BadProfile(
      "a long line is refused", text: Self.smallest + "#" + String(repeating: "x", count: 4096) + "\n",
      ["6:1: the line is longer than 4096 bytes"]),
    BadProfile(
      "an anchor is refused",
      text: """
        summary: &a s
        operations: {}

        """,
      [
        "1:10: an anchor; a profile has none"
      ]),
    BadProfile(
      "an alias is refused",
      text: """
        summary: *a
        operations: {}

        """,
      [
        "1:10: an alias; a profile has none"
      ]),
    BadProfile(
      "a tag is refused",
      text: """
        summary: !!str s
        operations: {}

        """,
      [
        "1:10: a tag; a profile has none"
      ]),
    BadProfile(
      "a non-specific tag is refused",
      text: """
        summary: ! s
        operations: {}

        """,
      [
        "1:10: a tag; a profile has none"
      ]),
    BadProfile(
      "a billion laughs are refused",
      text: """
        a: &a [x, x]
        b: &b [*a, *a]
        c: &c [*b, *b]
        ? *c
        : x

        """,
      [
        "1:4: an anchor; a profile has none"
      ]),
    BadProfile(
      "a directive is refused",
      text: """
        %YAML 1.1
        ---
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]

        """,
      [
        "1:1: a YAML directive; a profile has none"
      ]),
    BadProfile(
      "a second document is refused",
      text: """
        ---
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        ---
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]

        """,
      [
        "7:1: another document; a profile is a single one"
      ]),
    BadProfile(
      "the end of a document is refused",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        ...

        """,
      [
        "6:1: the end of a document; a profile is a single one"
      ]),
    BadProfile(
      "a key that is a list is refused",
      text: """
        [a, b]: c

        """,
      [
        "1:1: a key has to be a text"
      ]),
    BadProfile(
      "an explicit key is refused",
      text: """
        ? a
        : b

        """,
      [
        "1:1: a ? for a key; write the key and a colon"
      ]),
    BadProfile(
      "deep nesting is refused",
      text: """
        summary: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

        """,
      [
        "1:25: lists and maps are nested more than 16 deep"
      ]),
    BadProfile(
      "deep nesting of blocks is refused",
      text: """
        - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - x

        """,
      [
        "1:33: lists and maps are nested more than 16 deep"
      ]),
    BadProfile(
      "a plain text in two lines is refused",
      text: """
        summary: a
          b
        operations: {}

        """,
      [
        "2:3: a plain text goes on in this line; indent the line less, or put the text between quotes"
      ]),
    BadProfile(
      "a plain text in two lines of a flow is refused",
      text: """
        summary: [a
          b]

        """,
      [
        "2:3: a plain text goes on in this line; indent the line less, or put the text between quotes"
      ]),
    BadProfile(
      "a quote that never ends is refused",
      text: """
        summary: "a

        """,
      [
        "2:1: not YAML: found unexpected end of stream while scanning a quoted scalar"
      ]),
    BadProfile(
      "a map that never ends is refused",
      text: """
        summary: {a

        """,
      [
        "2:1: not YAML: did not find expected ',' or '}' while parsing a flow mapping"
      ]),
    BadProfile(
      "an indicator that YAML reserves is refused",
      text: """
        summary: @system

        """,
      [
        "1:10: not YAML: found character that cannot start any token while scanning for the next token"
      ]),
    BadProfile(
      "a stray bracket is refused",
      text: """
        summary: ]

        """,
      [
        "1:10: not YAML: did not find expected node content while parsing a block node"
      ]),
    BadProfile(
      "a map in a map on one line is refused",
      text: """
        summary: a: b

        """,
      [
        "1:11: not YAML: mapping values are not allowed in this context"
      ]),
    BadProfile(
      "a wrong indentation is refused",
      text: """
        summary: s
          operations: {}

        """,
      [
        "2:3: a plain text goes on in this line; indent the line less, or put the text between quotes"
      ]),
  ]
}
