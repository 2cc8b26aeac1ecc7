import LinuxSystem
import SandboxPolicy

/// Opens what is to be mounted, once, and checks the descriptor: that descriptor is what is mounted.
enum SourceOpener {
  static func open(_ source: BindSource, owner: UInt32) throws(StepError) -> Descriptor {
    switch source {
    case .trusted(let path):
      return try openTrusted(path, owner: owner)
    case .beneath(let root, let relative, let kind):
      let directory = try openTrusted(root, owner: owner)
      let file = try attempt { () throws(Errno) in
        try Linux.open(
          relative, in: directory.number, [.path, .noFollow],
          resolving: [.beneath, .noSymbolicLinks, .noMagicLinks])
      }
      let status = try attempt { () throws(Errno) in try Linux.status(of: file.number) }
      guard status.matches(kind) else { throw StepError(.invalidArgument, .wrongKind) }
      return file
    case .file(let path, let identity):
      let file = try openTrusted(path, owner: owner)
      let status = try attempt { () throws(Errno) in try Linux.status(of: file.number) }
      guard status.identity == identity else { throw StepError(.invalidArgument, .changed) }
      return file
    }
  }

  /// Opens a path that the profile writes: a symbolic link on the way counts only where it and the directory that it
  /// stands in belong to root, or to the user who launches, and nobody else can write them.
  static func openTrusted(_ path: String, owner: UInt32) throws(StepError) -> Descriptor {
    do throws(Errno) {
      return try Linux.open(path, [.path], resolving: [.noSymbolicLinks, .noMagicLinks])
    } catch .tooManyLinks {
      return try walk(path, owner: owner)
    } catch {
      throw StepError(error)
    }
  }

  private static func walk(_ path: String, owner: UInt32) throws(StepError) -> Descriptor {
    var rest = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)[...]
    var trail = [try openRoot()]
    var links = 0
    while let name = rest.popFirst() {
      if name == "." { continue }
      if name == ".." {
        if trail.count > 1 { trail.removeLast() }
        continue
      }
      let parent = trail[trail.count - 1]
      let component = try attempt { () throws(Errno) in
        try Linux.open(name, in: parent.number, [.path, .noFollow])
      }
      let status = try attempt { () throws(Errno) in try Linux.status(of: component.number) }
      guard status.isSymbolicLink else {
        trail.append(Held(component.release()))
        continue
      }
      links += 1
      guard links <= 40 else { throw StepError(.tooManyLinks) }
      let directory = try attempt { () throws(Errno) in try Linux.status(of: parent.number) }
      guard status.user == 0 || status.user == owner, directory.user == 0 || directory.user == owner,
        !directory.isWritableByOthers
      else { throw StepError(.tooManyLinks, .untrustedLink) }
      // By the descriptor that was judged, not by the name.
      let target = try attempt { () throws(Errno) in try Linux.target(ofLink: "", in: component.number) }
      if target.utf8.first == UInt8(ascii: "/") { trail = [try openRoot()] }
      rest = (target.split(separator: "/", omittingEmptySubsequences: true).map(String.init) + rest)[...]
    }
    return Descriptor(owning: trail[trail.count - 1].take())
  }

  private static func openRoot() throws(StepError) -> Held {
    Held(try attempt { () throws(Errno) in try Linux.open("/", [.path, .directory]) }.release())
  }

  /// A descriptor in an array, which can't hold a value with one owner.
  private final class Held {
    private(set) var number: Int32
    init(_ number: Int32) { self.number = number }
    deinit { if number >= 0 { try? Linux.close(number) } }

    func take() -> Int32 {
      defer { number = -1 }
      return number
    }
  }
}

extension FileStatus {
  /// What tells this version of the file from others.
  var identity: FileIdentity { FileIdentity(device: device, inode: inode, size: size, modified: modified) }

  /// Whether it is of the kind that a profile asks for.
  func matches(_ kind: PathRule.Kind) -> Bool {
    switch kind {
    case .any: !isSymbolicLink
    case .file: isRegular
    case .directory: isDirectory
    case .blockDevice: isBlockDevice
    case .socket: isSocket
    }
  }
}
