import LinuxSystem
import SandboxPolicy

/// The directory inside in which mount points are being made: those that follow each other mostly share it.
struct MountPointParent {
  /// Its path inside, relative to the new root and without a slash at either end.
  var path: String
  var descriptor: Int32
  /// Whether it lies in a file system of the call's own: only there is anything made.
  var isOwn: Bool
}

/// Where things are mounted inside, resolved beneath the new root without any symbolic link: a link in a mounted
/// directory leads nowhere, and nothing is ever made in a directory of the host.
extension Builder {
  /// Attaches a detached mount at a path inside, made where it is missing.
  mutating func attach(_ mount: Int32, at path: String, isDirectory: Bool) throws(StepError) {
    let name = try findParent(of: path)
    if parent.isOwn {
      do throws(Errno) {
        if isDirectory {
          try Linux.makeDirectory(name, in: parent.descriptor, mode: 0o755)
        } else {
          try Linux.makeFile(name, in: parent.descriptor, mode: 0o644)
        }
        // Just made, where nobody else can be: the name is the thing.
        return try Linux.attach(mount, at: name, in: parent.descriptor)
      } catch .fileExists {
        // Made for something beneath it, or mounted before.
      } catch {
        throw StepError(error)
      }
    }
    let target = try open(name, missing: .missingInside) { name throws(Errno) in
      try Linux.open(
        name, in: parent.descriptor, [.path, .noFollow], resolving: [.beneath, .noSymbolicLinks, .noMagicLinks])
    }
    try attempt { () throws(Errno) in try Linux.attach(mount, onto: target.number) }
  }

  /// Makes the directory that a path stands in the current parent; the path's last component.
  mutating func findParent(of path: String) throws(StepError) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    let name = String(path[path.utf8.index(after: slash)...])
    let directory = slash == path.startIndex ? "" : String(path[path.utf8.index(after: path.startIndex)..<slash])
    if parent.descriptor >= 0, parent.path.utf8.elementsEqual(directory.utf8) { return name }
    if parent.descriptor >= 0, parent.descriptor != root {
      let left = parent.descriptor
      try attempt { () throws(Errno) in try Linux.close(left) }
    }
    // Not left on a closed number where the next line fails.
    parent = MountPointParent(path: "", descriptor: root, isOwn: true)
    if directory.isEmpty { return name }
    let found = try walk(to: directory)
    let number = found.number
    let device = try attempt { () throws(Errno) in try Linux.status(of: number) }.device
    parent = MountPointParent(path: directory, descriptor: found.release(), isOwn: ownDevices.contains(device))
    return name
  }

  private func walk(to directory: String) throws(StepError) -> Descriptor {
    do throws(Errno) {
      return try Linux.open(
        directory, in: root, [.path, .directory], resolving: [.beneath, .noSymbolicLinks, .noMagicLinks])
    } catch .noSuchFile {
      return try make(directory)
    } catch {
      throw StepError(error)
    }
  }

  /// Makes the components that are missing, one by one, each only in a file system of our own.
  private func make(_ directory: String) throws(StepError) -> Descriptor {
    var current = try attempt { () throws(Errno) in try Linux.open(".", in: root, [.path, .directory]) }
    for component in directory.utf8.split(separator: UInt8(ascii: "/")) {
      let name = String(decoding: component, as: UTF8.self)
      let above = current.number
      let device = try attempt { () throws(Errno) in try Linux.status(of: above) }.device
      if ownDevices.contains(device) {
        do throws(Errno) {
          try Linux.makeDirectory(name, in: above, mode: 0o755)
        } catch .fileExists {
          // Made before, or mounted.
        } catch {
          throw StepError(error)
        }
      }
      current = try open(name, missing: .missingInside) { name throws(Errno) in
        try Linux.open(name, in: above, [.path, .directory, .noFollow])
      }
    }
    return current
  }

  private func open(
    _ name: String, missing: StepFailure.Detail, _ body: (String) throws(Errno) -> Descriptor
  ) throws(StepError) -> Descriptor {
    do throws(Errno) {
      return try body(name)
    } catch {
      throw StepError(error, error == .noSuchFile ? missing : .none)
    }
  }
}
