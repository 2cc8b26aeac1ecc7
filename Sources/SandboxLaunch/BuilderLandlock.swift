import LinuxSystem
import SandboxPolicy

/// The file view once more, as Landlock rules, landlock(7).
extension Builder {
  func restrictFiles(_ rules: LandlockRules) throws(StepError) {
    let ruleset = try attempt { () throws(Errno) in
      try Linux.newRuleset(
        files: LandlockRights.all(version: rules.version), network: rules.refusesTCP ? LandlockRights.tcp : 0,
        scopes: LandlockRights.scopes(version: rules.version, keepsSignals: rules.keepsSignals))
    }
    for rule in rules.rules {
      try attempt { () throws(Errno) in
        let file = try Linux.open(rule.path, [.path], resolving: [.noSymbolicLinks, .noMagicLinks])
        let status = try Linux.status(of: file.number)
        let rights = LandlockRights.rights(rule.access, on: status, version: rules.version)
        try Linux.allow(rights, beneath: file.number, in: ruleset.number)
      }
    }
    try attempt { () throws(Errno) in try Linux.restrict(by: ruleset.number) }
  }
}

/// The rights of `<linux/landlock.h>`, by the version that brought them.
enum LandlockRights {
  private static let execute: UInt64 = 1 << 0
  private static let writeFile: UInt64 = 1 << 1
  private static let readFile: UInt64 = 1 << 2
  private static let readDirectory: UInt64 = 1 << 3
  private static let makeCharacterDevice: UInt64 = 1 << 6
  private static let makeBlockDevice: UInt64 = 1 << 11
  private static let truncate: UInt64 = 1 << 14
  private static let deviceRequests: UInt64 = 1 << 15

  /// Binding and connecting TCP sockets, version 4.
  static let tcp: UInt64 = 1 << 0 | 1 << 1

  /// Every right on files that a version knows: what is not handled is not restricted.
  static func all(version: Int) -> UInt64 {
    switch version {
    case ...1: (1 << 13) - 1
    case 2: (1 << 14) - 1
    case 3...4: (1 << 15) - 1
    default: (1 << 16) - 1
    }
  }

  /// Abstract sockets and signals stay within the sandbox, version 6.
  static func scopes(version: Int, keepsSignals: Bool) -> UInt64 {
    version < 6 ? 0 : keepsSignals ? 1 << 0 | 1 << 1 : 1 << 0
  }

  /// The rights that an access comes to; a file that is no directory takes fewer.
  static func rights(_ access: FileAccess, on status: FileStatus, version: Int) -> UInt64 {
    let isDevice = status.isCharacterDevice || status.isBlockDevice
    let wanted: UInt64 =
      switch access {
      case .read: readFile | readDirectory
      case .execute: readFile | readDirectory | execute
      case .write: all(version: version) & ~(execute | makeCharacterDevice | makeBlockDevice)
      }
    let possible: UInt64 =
      status.isDirectory
      ? .max
      : execute | writeFile | readFile | truncate | (isDevice ? deviceRequests : 0)
    return wanted & possible & all(version: version)
  }
}
