/// What the host has to look like once the examples of an operation have run, for each operation of the profiles.
enum Effects {
  private typealias Effect = @Sendable (ThrowawayHost) -> Bool

  static let all: [String: @Sendable (ThrowawayHost) -> Bool] =
    network.merging(files) { first, _ in first }.merging(mounts) { first, _ in first }

  private static func link(_ name: String, _ host: ThrowawayHost) -> String? {
    host.look("/usr/sbin/ip", "-details", "link", "show", "dev", name)
  }

  private static func addresses(_ host: ThrowawayHost) -> String {
    host.look("/usr/sbin/ip", "address", "show", "dev", "veth0") ?? ""
  }

  private static let network: [String: Effect] = [
    "address/add": { addresses($0).contains("192.0.2.1/24") && addresses($0).contains("2001:db8::1/64") },
    "address/list": { !addresses($0).isEmpty },
    "address/delete": { !addresses($0).contains("192.0.2.1") && addresses($0).contains("2001:db8::1") },
    "bridge/add": { link("br0", $0)?.contains("bridge") == true },
    "bridge/add-port": { link("veth0", $0)?.contains("master br0") == true },
    "bridge/disable-multicast-snooping": { link("br0", $0)?.contains("mcast_snooping 0") == true },
    "bridge/delete": { link("br0", $0) == nil && link("veth0", $0) != nil },
    "link/add-veth": { link("veth0", $0)?.contains("veth1") == true },
    "link/add-tap": { link("tap0", $0)?.contains("tap") == true },
    "link/up": { link("veth0", $0)?.contains("UP") == true },
    "link/down": { link("veth0", $0)?.contains("state DOWN") == true },
    "link/set-mtu": { link("veth0", $0)?.contains("mtu 1400") == true },
    "link/set-address": { link("veth0", $0)?.contains("02:00:5e:10:00:01") == true },
    "link/delete": { link("veth0", $0) == nil && link("veth1", $0) == nil },
    "firewall/add-rule": { rules($0).contains("-A INPUT -s 192.0.2.0/24 -p tcp -m tcp --dport 22 -j ACCEPT") },
    "firewall/save": { rules($0).contains("--dport 22") },
    "firewall/restore": { _ in true },
    "sysctl/write": { $0.look("/usr/bin/cat", "/proc/sys/net/ipv4/ip_forward") == "1\n" },
  ]

  private static func rules(_ host: ThrowawayHost) -> String { host.look("/usr/sbin/iptables-nft-save") ?? "" }

  private static func stat(_ host: ThrowawayHost, _ format: String, _ path: String) -> String? {
    host.look("/usr/bin/stat", "--format=\(format)", path)
  }

  private static let files: [String: Effect] = [
    "file/make-directory": { stat($0, "%F %U", "/srv/example/tree/branch") == "directory root\n" },
    "file/touch": { stat($0, "%F %U", "/srv/example/note") == "regular empty file root\n" },
    "file/write": { stat($0, "%F", "/srv/example/note") != nil },
    "file/read": { stat($0, "%F", "/srv/example/note") != nil },
    "file/change-owner": { stat($0, "%U:%G", "/srv/example/note") == "daemon:daemon\n" },
    "file/change-mode": { stat($0, "%a", "/srv/example/note") == "640\n" },
    "file/shred": { stat($0, "%F", "/srv/example/note") != nil },
    "file/remove-tree": { stat($0, "%F", "/srv/example/tree") == nil && stat($0, "%F", "/srv/example/note") != nil },
    "disk/make-file-system": {
      $0.look("/usr/sbin/blkid", "--probe", "--match-tag", "TYPE", "--output", "value", "/srv/example/disk.img")
        == "ext4\n"
    },
    "disk/attach-loop": {
      $0.look("/usr/sbin/blkid", "--probe", "--match-tag", "TYPE", "--output", "value", "/dev/loop7") == "ext4\n"
    },
    "disk/detach-loop": { $0.look("/usr/sbin/losetup", "/dev/loop7") == nil },
    "image/info": { stat($0, "%F", "/srv/example/image.qcow2") != nil },
    "image/convert": { $0.look("/usr/bin/cat", "/srv/example/image.raw")?.hasPrefix("sectors of an image") == true },
  ]

  private static func mountLines(_ host: ThrowawayHost, _ place: String) -> [Substring] {
    (host.look("/usr/bin/cat", "/proc/self/mountinfo") ?? "").split(separator: "\n")
      .filter { $0.contains(" \(place) ") }
  }

  private static let mounts: [String: Effect] = [
    "mount/tmpfs": { mountLines($0, "/mnt/example").contains { $0.contains("nosuid,nodev,noexec") } },
    "mount/bind": {
      mountLines($0, "/mnt/example").count == 2
        && (try? $0.run("/usr/bin/touch", "/mnt/example/written")) == nil
    },
    "mount/unmount": { mountLines($0, "/mnt/example").count == 1 },
    "namespace/add": { $0.look("/usr/sbin/ip", "netns", "exec", "example", "/usr/bin/true") != nil },
    "namespace/addresses": { $0.look("/usr/sbin/ip", "netns", "exec", "example", "/usr/bin/true") != nil },
    "namespace/delete": { $0.look("/usr/bin/stat", "/run/netns/example") == nil },
  ]
}
