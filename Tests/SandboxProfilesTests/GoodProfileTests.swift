import SandboxPolicy
import Testing

@testable import SandboxProfiles

@Suite("A good profile becomes what it says")
struct GoodProfileTests {
  @Test("the smallest operation has the closed defaults")
  func defaults() throws {
    let operation = try readOperation("summary: s\nrun: [/usr/bin/true]\n")
    #expect(operation.callers == [])
    #expect(operation.arguments == [])
    #expect(operation.entrypoint == .command(arguments: [Template(literal: "/usr/bin/true")]))
    #expect(operation.input == .none)
    #expect(operation.output == .caller)
    #expect(operation.environment.map(\.name) == ["PATH"])
    #expect(operation.environment.first?.value.literal == "/usr/sbin:/usr/bin:/sbin:/bin")
    #expect(operation.directory.literal == "/")
    #expect(operation.identity.isPrivate)
    #expect(operation.capabilities == [])
    #expect(operation.network == .none)
    #expect(operation.shared == [])
    #expect(operation.files == FileView())
    #expect(operation.proc == .none)
    #expect(operation.rules.map(\.description) == ["@command"])
    #expect(operation.limits == Limits())
    #expect(operation.timeout == 30_000)
    #expect(operation.success == [0])
    #expect(operation.hasInit)
  }

  @Test("every key of an operation is taken")
  func everyKey() throws {
    let operation = try readOperation(
      """
      summary: Every key
      callers: ["user:nova", "group:agents", "uid:7", "gid:8"]
      arguments: { bridge: interface }
      run: [/usr/sbin/ip, "{bridge}", "{{}}"]
      input: { text: "a {bridge}\\n" }
      output: none
      environment: { LANG: C, NAME: "{bridge}" }
      directory: /srv
      user: nova
      group: 5
      groups: [disk, "9"]
      capabilities: [net_admin, sys_admin]
      network: { namespace: "/run/netns/{bridge}" }
      share: [ipc, uts]
      files:
        read: [/srv, "/etc/{bridge}"]
        write: [/srv/out]
        execute: [/opt/tool]
        temporary: { /tmp: 16MiB, /var/tmp: 4096 }
        propagate: [/mnt]
        devices: ["null", net/tun, "loop{bridge}"]
      proc: own
      syscalls: ["@command-alone", openat, "socket(domain == AF_NETLINK)"]
      limits: { memory: 1GiB, processes: 5, open-files: 64, file-size: 2TiB, cpu-time: 2min, output: 10 }
      timeout: 1500ms
      success: [0, 3]
      init: false
      examples:
        - arguments: { bridge: br0 }
          succeeds: true
        - arguments: { bridge: "a b" }
          refused: true
      """)
    let bridge = Template(parts: [.argument("bridge")])
    #expect(operation.callers == [.user(110), .group(120), .user(7), .group(8)])
    #expect(operation.arguments == [ArgumentDeclaration(name: "bridge", type: .interface)])
    #expect(
      operation.entrypoint
        == .command(arguments: [Template(literal: "/usr/sbin/ip"), bridge, Template(literal: "{}")]))
    #expect(operation.input == .text(Template(parts: [.literal("a "), .argument("bridge"), .literal("\n")])))
    #expect(operation.output == .none)
    #expect(
      operation.environment == [
        EnvironmentVariable(name: "LANG", value: Template(literal: "C")),
        EnvironmentVariable(name: "NAME", value: bridge),
      ])
    #expect(operation.directory.literal == "/srv")
    #expect(operation.identity == Identity(user: 110, group: 5, groups: [6, 9]))
    #expect(operation.capabilities == [.netAdmin, .sysAdmin])
    #expect(operation.network == .named(Template(parts: [.literal("/run/netns/"), .argument("bridge")])))
    #expect(operation.shared == [.ipc, .uts])
    #expect(
      operation.files.grants == [
        FileGrant(access: .read, path: Template(literal: "/srv")),
        FileGrant(access: .read, path: Template(parts: [.literal("/etc/"), .argument("bridge")])),
        FileGrant(access: .write, path: Template(literal: "/srv/out")),
        FileGrant(access: .execute, path: Template(literal: "/opt/tool")),
      ])
    #expect(
      operation.files.temporary == [
        TemporaryDirectory(path: "/tmp", size: 16 << 20), TemporaryDirectory(path: "/var/tmp", size: 4096),
      ])
    #expect(operation.files.propagate.map(\.description) == ["/mnt"])
    #expect(operation.files.devices.map(\.description) == ["null", "net/tun", "loop{bridge}"])
    #expect(operation.proc == .own)
    #expect(operation.rules.map(\.description) == ["@command-alone", "openat", "socket(domain == AF_NETLINK)"])
    #expect(operation.limits.memory == 1 << 30)
    #expect(operation.limits.processes == 5)
    #expect(operation.limits.openFiles == 64)
    #expect(operation.limits.fileSize == 2 << 40)
    #expect(operation.limits.cpuTime == 120_000)
    #expect(operation.limits.output == 10)
    #expect(operation.timeout == 1500)
    #expect(operation.success == [0, 3])
    #expect(!operation.hasInit)
    #expect(operation.examples.map(\.succeeds) == [true, false])
    #expect(operation.examples.first?.arguments == [ProfileExample.Argument(name: "bridge", value: .one("br0"))])
  }

  @Test(
    "every argument type is taken, as a word or as a map",
    arguments: [
      ("interface", ArgumentType.interface), ("{ type: mac }", .mac), ("address", .address), ("port", .port),
      ("hostname", .hostname), ("uuid", .uuid), ("size", .size), ("duration", .duration), ("signal", .signal),
      ("user", .user), ("group", .group), ("network", .network), ("integer", .integer(min: 0, max: Int64.max)),
      ("{ type: integer, min: -5, max: 4094 }", .integer(min: -5, max: 4094)),
      ("{ one-of: [up, no, 1.0] }", .oneOf(["up", "no", "1.0"])),
      ("text", .text(max: 4096, pattern: nil, leadingDash: false)),
      ("{ type: text, max: 9, leading-dash: true }", .text(max: 9, pattern: nil, leadingDash: true)),
      ("{ type: process, executable: /usr/sbin/x }", .process(executable: "/usr/sbin/x")),
      ("flag", .flag(text: "--a")), ("{ type: flag, text: -v }", .flag(text: "-v")),
      ("{ type: list, of: port, max: 3 }", .list(of: .port, max: 3)),
      ("{ type: list, of: { one-of: [x] } }", .list(of: .oneOf(["x"]), max: 64)),
    ])
  func types(_ text: String, _ type: ArgumentType) throws {
    let operation = try readOperation("summary: s\narguments: { a: \(text) }\nrun: [/usr/bin/true, \"{a}\"]\n")
    #expect(operation.arguments == [ArgumentDeclaration(name: "a", type: type)])
  }

  @Test("a path argument has its rule, a text its pattern, and both may be optional or have a default")
  func rules() throws {
    let operation = try readOperation(
      """
      summary: s
      arguments:
        disk: { type: path, under: /var/lib, kind: block-device, must: not-exist, optional: true }
        label: { type: text, pattern: "[a-z]+", default: data }
        key: { type: text, secret: true }
      run: [/usr/bin/true, "{disk}", "{label}"]
      input: { text: "{key}" }
      files: { write: ["{disk}"] }
      """)
    let rule = PathRule(under: "/var/lib", kind: .blockDevice, existence: .notExist)
    #expect(
      operation.arguments == [
        ArgumentDeclaration(name: "disk", type: .path(rule), isOptional: true),
        ArgumentDeclaration(
          name: "label", type: .text(max: 4096, pattern: try Pattern("[a-z]+"), leadingDash: false),
          defaultValue: "data"),
        ArgumentDeclaration(name: "key", type: .text(max: 4096, pattern: nil, leadingDash: false), isSecret: true),
      ])
  }

  @Test("an argument that may be left out, secret or not, may stand in the input")
  func optionalInput() throws {
    for secret in ["true", "false"] {
      let operation = try readOperation(
        """
        summary: s
        arguments: { key: { type: text, optional: true, secret: \(secret) } }
        run: [/usr/bin/cat]
        input: { text: "key={key}" }
        examples: [{ succeeds: true }, { arguments: { key: x }, succeeds: true }]
        """)
      #expect(operation.arguments.map(\.isOptional) == [true])
      #expect(operation.examples.count == 2)
    }
  }

  @Test("a variable that callers may set becomes an optional argument")
  func callersVariable() throws {
    let operation = try readOperation(
      "summary: s\nrun: [/usr/bin/true]\nenvironment: { HTTP_PROXY: { type: text, max: 9 }, MODE: { one-of: [a, b] } }\n"
    )
    #expect(operation.arguments.map(\.name) == ["http-proxy", "mode"])
    #expect(operation.arguments.map(\.isOptional) == [true, true])
    #expect(operation.environment.map(\.value.description) == ["{http-proxy}", "{mode}"])
  }

  @Test("a function has its input and needs no command")
  func function() throws {
    let operation = try readOperation(
      """
      summary: s
      arguments: { bridge: interface }
      function: writeFile
      helper: /usr/libexec/helper
      with: { path: "/sys/class/net/{bridge}/mtu", text: "0" }
      """)
    let path = Template(parts: [.literal("/sys/class/net/"), .argument("bridge"), .literal("/mtu")])
    let input = [
      NamedTemplate(name: "path", template: path), NamedTemplate(name: "text", template: Template(literal: "0")),
    ]
    #expect(operation.entrypoint == .function(name: "writeFile", helper: "/usr/libexec/helper", input: input))
    #expect(operation.rules.map(\.description) == ["@function"])
  }

  @Test("words are texts, whatever YAML makes of them elsewhere")
  func texts() throws {
    let operation = try readOperation("summary: no\nrun: [/usr/bin/true, yes, 1e3, ~, 0x10, null, 01]\n")
    #expect(operation.summary == "no")
    guard case .command(let arguments) = operation.entrypoint else { return #expect(Bool(false)) }
    #expect(arguments.dropFirst().map(\.literal) == ["yes", "1e3", "~", "0x10", "null", "01"])
  }

  @Test("a path of the caller needs no grant of its own where the directory above it is in files")
  func coveredPath() throws {
    let operation = try readOperation(
      """
      summary: s
      arguments: { target: { type: path, under: /mnt/x } }
      run: [/usr/bin/mount, "{target}"]
      capabilities: [sys_admin]
      files: { propagate: [/mnt] }
      """)
    #expect(operation.files.propagate.map(\.description) == ["/mnt"])
  }

  @Test("the system's directories come with the links that the host has")
  func systemSet() throws {
    let operation = try readOperation("summary: s\nrun: [/usr/bin/true]\nfiles: { execute: [\"@system\"] }\n")
    #expect(operation.files.grants.contains(FileGrant(access: .execute, path: Template(literal: "/usr"))))
    for link in operation.files.links { #expect(HostFile.linkTarget(link.path) == link.target) }
    #expect(!operation.files.links.isEmpty || operation.files.grants.count > 1)
  }

  @Test("block texts, comments, a marker in front and a missing last line feed are all allowed")
  func spellings() throws {
    let text = """
      --- # a profile
      # of tests
      summary: 's'
      operations:
        a:
          summary: "s"
          run:
          - /usr/bin/true   # the command
          - |
            two
            lines
          input: { text: "a\\nb",
            }
      """
    let operation = try #require(try read(text).operations.first)
    guard case .command(let arguments) = operation.entrypoint else { return #expect(Bool(false)) }
    #expect(arguments.last?.literal == "two\nlines\n")
    #expect(operation.input == .text(Template(literal: "a\nb")))
  }
}
