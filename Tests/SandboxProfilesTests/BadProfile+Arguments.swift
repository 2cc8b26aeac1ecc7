extension BadProfile {
  /// Mistakes in arguments, templates, examples.
  static let arguments: [BadProfile] = [
    BadProfile(
      "an argument's name is checked",
      operation: """
        summary: s
        run: [/usr/bin/true]
        arguments: { Bridge: interface, 1a: interface }
        """,
      [
        "6:18: Bridge is not the name of an argument: [a-z][a-z0-9-]*, at most 64",
        "6:37: 1a is not the name of an argument: [a-z][a-z0-9-]*, at most 64",
      ]),
    BadProfile(
      "an argument's type is known",
      operation: """
        summary: s
        arguments: { a: interfaces }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:21: unknown argument type interfaces; did you mean interface?"
      ]),
    BadProfile(
      "an argument has a type",
      operation: """
        summary: s
        arguments: { a: { max: 4 } }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:21: argument a has no type; write type: and one of its words, or one-of:"
      ]),
    BadProfile(
      "an argument is used",
      operation: """
        summary: s
        run: [/usr/bin/true]
        arguments: { a: interface }
        """,
      [
        "6:18: argument a is never used"
      ]),
    BadProfile(
      "a used argument is declared",
      operation: """
        summary: s
        arguments: { bridge: interface }
        run: [/usr/bin/true, "{brige}", "{bridge}"]
        """,
      [
        "6:28: brige is not a declared argument; did you mean bridge?"
      ]),
    BadProfile(
      "a brace has its partner",
      operation: """
        summary: s
        run: [/usr/bin/true, "a}b", "{a"]
        """,
      [
        "5:28: a } without {; write }} for the character",
        "5:34: a { without }; write {{ for the character",
      ]),
    BadProfile(
      "a place names an argument",
      operation: """
        summary: s
        run: [/usr/bin/true, "{A b}"]
        """,
      [
        "5:28: \"A b\" is not the name of an argument"
      ]),
    BadProfile(
      "bounds are in order",
      operation: """
        summary: s
        arguments: { a: { type: integer, min: 5, max: 4 } }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:51: max 4 is less than min 5"
      ]),
    BadProfile(
      "a bound is a whole number",
      operation: """
        summary: s
        arguments: { a: { type: integer, min: 1.5, max: 0x10 } }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:43: min has to be a whole number, not 1.5",
        "5:53: max has to be a whole number, not 0x10",
      ]),
    BadProfile(
      "a type has only its own keys",
      operation: """
        summary: s
        arguments: { a: { type: interface, max: 4 } }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:40: unknown key max in the type interface"
      ]),
    BadProfile(
      "a pattern is one",
      operation: """
        summary: s
        arguments: { a: { type: text, pattern: "[a-" } }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:45: pattern: a [ without ]"
      ]),
    BadProfile(
      "one-of has words, each once",
      operation: """
        summary: s
        arguments: { a: { one-of: [x, x, ""] }, b: { one-of: [] } }
        run: [/usr/bin/true, "{a}", "{b}"]
        """,
      [
        "5:35: x is in one-of twice",
        "5:38: a word of one-of is empty",
        "5:58: one-of is empty",
      ]),
    BadProfile(
      "a path lies beneath something",
      operation: """
        summary: s
        arguments: { a: path }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:21: argument a needs the directory that the path lies beneath: under: /srv"
      ]),
    BadProfile(
      "a path's rule is checked",
      operation: """
        summary: s
        arguments: { a: { type: path, under: srv, kind: fil, must: exists } }
        run: [/usr/bin/true, "{a}"]
        files: { read: ["{a}"] }
        """,
      [
        "5:42: under: srv is not an absolute path"
      ]),
    BadProfile(
      "a path's kind is known",
      operation: """
        summary: s
        arguments: { a: { type: path, under: /srv, kind: fil, must: exists } }
        run: [/usr/bin/true, "{a}"]
        files: { read: ["{a}"] }
        """,
      [
        "5:54: unknown kind fil; did you mean file?",
        "5:65: unknown must exists; did you mean exist?",
      ]),
    BadProfile(
      "a process has an executable",
      operation: """
        summary: s
        arguments: { a: process }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:21: argument a needs the executable that the process runs: executable: /usr/sbin/dnsmasq"
      ]),
    BadProfile(
      "a list has items of a plain type",
      operation: """
        summary: s
        arguments: { a: list, b: { type: list, of: flag } }
        run: [/usr/bin/true, "{a}", "{b}"]
        """,
      [
        "5:21: argument a needs the type of its items: of: address",
        "5:48: a list of type flag has no meaning",
      ]),
    BadProfile(
      "a list is a whole element",
      operation: """
        summary: s
        arguments: { a: { type: list, of: port } }
        run: [/usr/bin/true, "-p{a}"]
        environment: { A: "{a}" }
        """,
      [
        "6:30: argument a is a list; it has to be the whole element: \"{a}\"",
        "7:25: argument a is a list; environment A takes a single value",
      ]),
  ]
}
