internal import SandboxPolicy

/// A named set of the file view: what is on every machine, but not everywhere in the same place.
struct NamedFileSet {
  /// The name with its `@`.
  let name: String
  /// What is in it.
  let paths: [String]
  /// Symbolic links that the host has, as it has them.
  let links: [SymbolicLink]

  /// All names.
  static let names = ["@system", "@runtime", "@xtables"]

  /// The set as it is on this machine: what is missing here is left out.
  init?(named name: String) {
    self.name = name
    switch name {
    case "@system": (paths, links) = Self.system()
    case "@runtime": (paths, links) = (Self.runtime.filter { HostFile.exists($0) }, [])
    case "@xtables": (paths, links) = (Self.xtables().map { [$0] } ?? [], [])
    default: return nil
    }
  }

  /// The directories of the operating system. Where /usr holds everything, the other names are links into it.
  private static func system() -> (paths: [String], links: [SymbolicLink]) {
    var paths = ["/usr"].filter { HostFile.exists($0) }
    var links: [SymbolicLink] = []
    for path in ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"] {
      if let target = HostFile.linkTarget(path) {
        links.append(SymbolicLink(path: path, target: target))
      } else if HostFile.exists(path) {
        paths.append(path)
      }
    }
    return (paths, links)
  }

  /// What interpreters and translated programs read without being asked: places of libraries, times, languages,
  /// terminals. No names of users, hosts or keys.
  private static let runtime = [
    "/etc/ld.so.cache", "/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo", "/usr/lib/locale",
    "/usr/share/locale", "/usr/share/i18n", "/usr/share/terminfo", "/usr/lib/terminfo", "/usr/share/icu",
  ]

  /// Where iptables has its matches and targets.
  private static func xtables() -> String? {
    let directories = LoaderDirectories.triplets.map { "/usr/lib/\($0)/xtables" }
    return (directories + ["/usr/lib64/xtables", "/usr/lib/xtables", "/lib/xtables"]).first { HostFile.exists($0) }
  }
}
