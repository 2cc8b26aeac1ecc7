extension BadProfile {
  /// Mistakes in keys in general, and what is run.
  static let entrypoint: [BadProfile] = [
    BadProfile(
      "a summary is required",
      operation: """
        run: [/usr/bin/true]
        """,
      [
        "3:3: summary is missing"
      ]),
    BadProfile(
      "a summary is a text",
      operation: """
        summary: [a]
        run: [/usr/bin/true]
        """,
      [
        "4:14: summary has to be a text, not a list"
      ]),
    BadProfile(
      "a summary is not empty",
      operation: """
        summary: ''
        run: [/usr/bin/true]
        """,
      [
        "4:14: summary is empty"
      ]),
    BadProfile(
      "a summary is one line",
      operation: """
        summary: "a\\nb"
        run: [/usr/bin/true]
        """,
      [
        "4:14: summary has to be one line of at most 200 bytes"
      ]),
    BadProfile(
      "an unknown key is refused with a suggestion",
      operation: """
        summary: s
        sumary: x
        run: [/usr/bin/true]
        """,
      [
        "5:5: unknown key sumary in an operation; did you mean summary?"
      ]),
    BadProfile(
      "an unknown key is refused without one",
      operation: """
        summary: s
        zzz: x
        run: [/usr/bin/true]
        """,
      [
        "5:5: unknown key zzz in an operation"
      ]),
    BadProfile(
      "a duplicate key is refused",
      operation: """
        summary: s
        run: [/usr/bin/true]
        timeout: 1s
        timeout: 2s
        """,
      [
        "7:5: duplicate key timeout; line 6 has it already"
      ]),
    BadProfile(
      "a duplicate key is found in quotes",
      operation: """
        summary: s
        run: [/usr/bin/true]
        timeout: 1s
        "timeout": 2s
        """,
      [
        "7:5: duplicate key timeout; line 6 has it already"
      ]),
    BadProfile(
      "a duplicate argument is refused in a flow map",
      operation: """
        summary: s
        arguments: { a: port, a: port }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:27: duplicate key a; line 5 has it already"
      ]),
    BadProfile(
      "a key that looks like a number is a text",
      operation: """
        summary: s
        run: [/usr/bin/true]
        environment: { 1: a, "1": b }
        """,
      [
        "6:26: duplicate key 1; line 6 has it already"
      ]),
    BadProfile(
      "run or function is required",
      operation: """
        summary: s
        """,
      [
        "3:3: run or function is missing"
      ]),
    BadProfile(
      "run and function exclude each other",
      operation: """
        summary: s
        run: [/usr/bin/true]
        function: f
        """,
      [
        "6:5: an operation has either run or function, not both"
      ]),
    BadProfile(
      "run is a list",
      operation: """
        summary: s
        run: /usr/bin/true
        """,
      [
        "5:10: run has to be a list: [/usr/bin/true]"
      ]),
    BadProfile(
      "run is not empty",
      operation: """
        summary: s
        run: []
        """,
      [
        "5:10: run is empty; it begins with the absolute path of a command"
      ]),
    BadProfile(
      "the command is absolute",
      operation: """
        summary: s
        run: [true]
        """,
      [
        "5:11: the command true is not an absolute path"
      ]),
    BadProfile(
      "the command is a plain path",
      operation: """
        summary: s
        run: [/usr/bin/../bin/true]
        """,
      [
        "5:11: the command /usr/bin/../bin/true has the component .. in it"
      ]),
    BadProfile(
      "the command holds no argument",
      operation: """
        summary: s
        arguments: { a: port }
        run: ["/usr/bin/{a}"]
        """,
      [
        "6:11: the command is the profile's to choose: no argument in its path"
      ]),
    BadProfile(
      "with belongs to function",
      operation: """
        summary: s
        run: [/usr/bin/true]
        with: { a: b }
        helper: /usr/bin/x
        """,
      [
        "6:5: with belongs to function; a command has none",
        "7:5: helper belongs to function; a command has none",
      ]),
    BadProfile(
      "a function's name is checked",
      operation: """
        summary: s
        function: "a b"
        """,
      [
        "5:15: \"a b\" is not the name of a function"
      ]),
    BadProfile(
      "a helper is absolute",
      operation: """
        summary: s
        function: f
        helper: x
        """,
      [
        "6:13: helper: x is not an absolute path"
      ]),
    BadProfile(
      "a parameter's name is checked",
      operation: """
        summary: s
        function: f
        with: { a-b: c }
        """,
      [
        "6:13: a-b is not the name of a parameter"
      ]),
    BadProfile(
      "input is one of its words",
      operation: """
        summary: s
        run: [/usr/bin/true]
        input: callr
        """,
      [
        "6:12: unknown input callr; did you mean caller?"
      ]),
    BadProfile(
      "an input map has a text",
      operation: """
        summary: s
        run: [/usr/bin/true]
        input: {}
        """,
      [
        "6:12: input is none, caller, or { text: \"...\" }"
      ]),
    BadProfile(
      "an input map has nothing else",
      operation: """
        summary: s
        run: [/usr/bin/true]
        input: { file: /x }
        """,
      [
        "6:12: input is none, caller, or { text: \"...\" }",
        "6:14: unknown key file in input",
      ]),
    BadProfile(
      "output is one of its words",
      operation: """
        summary: s
        run: [/usr/bin/true]
        output: file
        """,
      [
        "6:13: unknown output file; it is one of caller, none"
      ]),
    BadProfile(
      "a variable's name is checked",
      operation: """
        summary: s
        run: [/usr/bin/true]
        environment: { A=B: c }
        """,
      [
        "6:20: \"A=B\" is not the name of a variable: [A-Za-z_][A-Za-z0-9_]*"
      ]),
    BadProfile(
      "a caller can't set what the loader reads",
      operation: """
        summary: s
        arguments: { a: text }
        run: [/usr/bin/true]
        environment: { LD_PRELOAD: "{a}" }
        """,
      [
        "7:20: LD_PRELOAD decides which code runs; no value of a caller may go into it"
      ]),
    BadProfile(
      "a caller's variable can't be PATH",
      operation: """
        summary: s
        run: [/usr/bin/true]
        environment: { PATH: { type: text } }
        """,
      [
        "6:20: PATH decides which code runs; no value of a caller may go into it"
      ]),
    BadProfile(
      "a caller's variable doesn't hide an argument",
      operation: """
        summary: s
        arguments: { http-proxy: text }
        run: [/usr/bin/true, "{http-proxy}"]
        environment: { HTTP_PROXY: { type: text } }
        """,
      [
        "7:20: HTTP_PROXY becomes the argument http-proxy, which line 5 declares"
      ]),
    BadProfile(
      "a directory is an absolute path",
      operation: """
        summary: s
        run: [/usr/bin/true]
        directory: tmp
        """,
      [
        "6:16: directory: tmp is not an absolute path"
      ]),
  ]
}
