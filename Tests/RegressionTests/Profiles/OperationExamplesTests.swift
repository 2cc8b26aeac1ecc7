import Foundation
import Glibc
import Testing

/// Every operation of every profile in `profiles/` does its job for real, and refuses its refused examples.
@Suite("operations of the profiles", .asRoot, .serialized)
struct OperationExamplesTests {
  static let names = [
    "address", "bridge", "disk", "file", "firewall", "image", "link", "mount", "namespace", "process", "sysctl",
  ]

  /// What the header of each profile says that its examples expect.
  private func prepare(_ profile: String, _ host: ThrowawayHost) throws {
    switch profile {
    case "address", "bridge":
      try host.run("/usr/sbin/ip", "link", "add", "veth0", "type", "veth", "peer", "name", "veth1")
    case "disk": try host.run("/usr/bin/truncate", "--size=16M", "/srv/example/disk.img")
    case "image":
      try host.shell(
        """
        cd /srv/example && printf 'sectors of an image' >plain && truncate --size=1M plain \
        && qemu-img convert -f raw -O qcow2 plain image.qcow2 && chmod 0644 image.qcow2 \
        && : >image.raw && chmod 0666 image.raw && rm plain
        """)
    default: break
    }
  }

  /// A profile's operations, with their examples, as `sandbox-profile` reads them.
  private func operations(of profile: String, _ sandbox: Sandbox) throws -> [JSON] {
    let text = try Host.run(
      try Machine.programs.get() + "/sandbox-profile", "show", profile, "--json", "--profiles", sandbox.profiles)
    return try #require(JSON(bytes: Array(text.utf8))?["operations"]?.list)
  }

  private func words(_ arguments: JSON?) -> [String] {
    (arguments?.members ?? [:]).flatMap { name, value in
      (value.texts ?? [value.text ?? value.number.map(String.init) ?? ""]).map { "--\(name)=\($0)" }
    }
  }

  @Test("every example of the profile does what it says, and its effect is there", arguments: names)
  func examples(profile: String) throws {
    try Sandbox.with { sandbox in
      try sandbox.put(Host.bytes("\(Machine.profiles)/\(profile).yaml"), at: "\(sandbox.profiles)/\(profile).yaml")
      let host = try ThrowawayHost()
      defer { if profile == "disk" { _ = host.look("/usr/sbin/losetup", "--detach", "/dev/loop7") } }
      try prepare(profile, host)
      let operations = try operations(of: profile, sandbox)
      #expect(!operations.isEmpty)
      for operation in operations {
        let name = try #require(operation["name"]?.text)
        let examples = try #require(operation["examples"]?.list)
        #expect(examples.contains { $0["refused"]?.flag == true }, "\(profile)/\(name) has no refused example")
        for example in examples {
          var start = sandbox.start(name, words(example["arguments"]), profile: profile, under: host.enter)
          if let input = example["input"]?.text { start.input = .bytes(Array(input.utf8)) }
          let ended = try Running(start).wait()
          if example["refused"]?.flag == true {
            #expect(ended.status == 126, "\(profile)/\(name) \(words(example["arguments"])): \(ended.message)")
            #expect(ended.outcome?["outcome"]?.text == "refused")
          } else {
            #expect(ended.status == 0, "\(profile)/\(name) \(words(example["arguments"])): \(ended.message)")
            #expect(ended.outcome?["success"]?.flag == true)
          }
        }
        if let effect = Effects.all["\(profile)/\(name)"] {
          #expect(effect(host), "\(profile)/\(name) succeeded and had no effect")
        } else if examples.contains(where: { $0["succeeds"]?.flag == true }) {
          Issue.record("the effect of \(profile)/\(name) is not known to the tests")
        }
      }
    }
  }

  @Test("every profile in profiles/ is one of these")
  func allProfiles() {
    #expect(Host.names(in: Machine.profiles).sorted() == Self.names.map { "\($0).yaml" })
  }

  @Test("file/write and file/read carry bytes to the byte; firewall/restore restores what firewall/save printed")
  func contents() throws {
    try Sandbox.with { sandbox in
      for profile in ["file", "firewall"] {
        try sandbox.put(Host.bytes("\(Machine.profiles)/\(profile).yaml"), at: "\(sandbox.profiles)/\(profile).yaml")
      }
      let host = try ThrowawayHost()
      try host.shell(": >/srv/example/note; chown daemon /srv/example/note; chmod 0600 /srv/example/note")
      let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let written = try sandbox.run(
        "write", "/srv/example/note", profile: "file", under: host.enter, input: .bytes(bytes))
      expectRan(written)
      #expect(written.output.isEmpty)
      #expect(try sandbox.run("read", "/srv/example/note", profile: "file", under: host.enter).output == bytes)

      expectRan(
        try sandbox.run(
          "add-rule", "INPUT", "tcp", "192.0.2.0/24", "22", "DROP", profile: "firewall", under: host.enter))
      let saved = try sandbox.run("save", profile: "firewall", under: host.enter)
      #expect(saved.text.contains("--dport 22 -j DROP"))
      try host.run("/usr/sbin/iptables-nft", "--flush")
      expectRan(try sandbox.run("restore", profile: "firewall", under: host.enter, input: .bytes(saved.output)))
      #expect(try host.run("/usr/sbin/iptables-nft-save").contains("--dport 22 -j DROP"))
    }
  }

  @Test("process/signal ends a dnsmasq, and no other process", .needs("/usr/sbin/dnsmasq"))
  func signal() throws {
    try Sandbox.with { sandbox in
      try sandbox.put(Host.bytes("\(Machine.profiles)/process.yaml"), at: "\(sandbox.profiles)/process.yaml")
      let host = try ThrowawayHost()
      var start = Start(
        host.enter[0],
        host.enter.dropFirst() + [
          "/usr/sbin/dnsmasq", "--keep-in-foreground", "--port=0", "--conf-file=/dev/null", "--pid-file=",
          "--user=daemon",
        ])
      start.hasOutcome = false
      let daemon = try Running(start)
      #expect(Host.settles { Host.text("/proc/\(daemon.pid)/cmdline").hasPrefix("/usr/sbin/dnsmasq") })
      usleep(100_000)
      for other in [getpid(), 1] {
        let ended = try sandbox.run("signal", "\(other)", "TERM", profile: "process", under: host.enter)
        #expect(ended.status == 126, "\(ended.message)")
      }
      let ended = try sandbox.run("signal", "\(daemon.pid)", "TERM", profile: "process", under: host.enter)
      expectRan(ended)
      #expect(try daemon.wait(seconds: 10).status == 0)
    }
  }

  @Test("image: a hostile image that names another file as its backing store shows nothing of it")
  func hostileImage() throws {
    try Sandbox.with { sandbox in
      try sandbox.put(Host.bytes("\(Machine.profiles)/image.yaml"), at: "\(sandbox.profiles)/image.yaml")
      let host = try ThrowawayHost()
      try host.shell(
        """
        cd /srv/example && printf 'the secret of another file' >secret && truncate --size=1M secret \
        && qemu-img create -f qcow2 -F raw -b /srv/example/secret hostile.qcow2 && chmod 0644 secret hostile.qcow2 \
        && : >target.raw && chmod 0666 target.raw
        """)
      let ended = try sandbox.run(
        "convert", "--image=/srv/example/hostile.qcow2", "--from=qcow2", "--target=/srv/example/target.raw", "--to=raw",
        profile: "image", under: host.enter)
      #expect(ended.status != 0)
      #expect(ended.outcome?["outcome"]?.text == "exited", "it has to be the tool that fails: \(ended.message)")
      #expect(try !host.run("/usr/bin/cat", "/srv/example/target.raw").contains("secret"))
    }
  }

  @Test("disk: what mkfs makes, the kernel mounts")
  func fileSystem() throws {
    try Sandbox.with { sandbox in
      try sandbox.put(Host.bytes("\(Machine.profiles)/disk.yaml"), at: "\(sandbox.profiles)/disk.yaml")
      let host = try ThrowawayHost()
      try host.run("/usr/bin/truncate", "--size=16M", "/srv/example/disk.img")
      expectRan(
        try sandbox.run(
          "make-file-system", "/srv/example/disk.img", "ext4", "label", profile: "disk", under: host.enter))
      #expect(try host.run("/usr/sbin/e2fsck", "-f", "-n", "/srv/example/disk.img").contains("label"))
    }
  }
}
