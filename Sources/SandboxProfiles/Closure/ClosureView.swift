internal import SandboxPolicy

/// Puts the closure of a command into the file view that its profile describes.
enum ClosureView {
  /// Adds what the view does not show already.
  static func add(_ closure: CommandClosure, to view: inout FileView) throws(CommandClosure.Fault) {
    for file in closure.files {
      let path = follow(view.links, file.path)
      // The innermost directory that the profile grants around the file.
      let around = view.grants.indices.filter { index in
        guard view.grants[index].origin == .profile, let granted = view.grants[index].path.literal else { return false }
        return HostPath.covers(granted, path)
      }.max { length(view.grants[$0]) < length(view.grants[$1]) }
      let origin = FileGrant.Origin.closure(source: file.source, identity: file.identity)
      guard let around, let granted = view.grants[around].path.literal else {
        append(FileGrant(access: .execute, path: Template(literal: path), origin: origin), to: &view)
        continue
      }
      let access = view.grants[around].access
      if granted == path {
        guard access != .write else {
          throw CommandClosure.Fault(message: "\(path) is in files.write: the command could change what it runs")
        }
        view.grants[around] = FileGrant(access: .execute, path: Template(literal: path), origin: origin)
      } else if access != .execute {
        // A mount point in a directory of the host has to be there: the real file is.
        let place = HostPath.covers(granted, file.source) ? file.source : path
        append(FileGrant(access: .execute, path: Template(literal: place), origin: origin), to: &view)
      }
    }
  }

  private static func append(_ grant: FileGrant, to view: inout FileView) {
    if !view.grants.contains(where: { $0.path == grant.path }) { view.grants.append(grant) }
  }

  private static func length(_ grant: FileGrant) -> Int { grant.path.literal?.utf8.count ?? 0 }

  /// The path behind the view's own symbolic links: /lib/x is /usr/lib/x where /lib is a link.
  private static func follow(_ links: [SymbolicLink], _ path: String) -> String {
    guard let link = links.first(where: { HostPath.covers($0.path, path) }) else { return path }
    let rest = String(decoding: path.utf8.dropFirst(link.path.utf8.count), as: UTF8.self)
    let parent = HostPath.parent(link.path)
    if link.target.utf8.first == UInt8(ascii: "/") { return link.target + rest }
    return (parent == "/" ? "/" : parent + "/") + link.target + rest
  }
}
