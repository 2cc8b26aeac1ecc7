internal import CLinux
internal import CProbe

/// `mount-attempts PATH`: every way to get a read-only or hidden path back, each with its error.
enum MountAttempts {
  static func print(_ words: [String]) -> Int32 {
    let path = words.first ?? "/"
    let remount: UInt64 = 32
    let bind: UInt64 = 4096
    var results: [(String, Value)] = [
      ("remount", .answer(mount("none", path, remount))),
      ("remount-bind", .answer(mount("none", path, remount | bind))),
      ("bind", .answer(mount(path, path, bind))),
      ("bind-root", .answer(mount("/", path, bind))),
      ("move", .answer(mount(path, "/", 8192))),
      ("shared", .answer(mount("none", path, 1 << 20))),
      ("tmpfs", .answer(mount("tmpfs", path, 0, type: "tmpfs"))),
      ("proc", .answer(mount("proc", path, 0, type: "proc"))),
      ("umount", .answer(umount(path, 0))),
      ("umount-detach", .answer(umount(path, 2))),
      ("umount-root", .answer(umount("/", 2))),
      ("mount_setattr", .answer(setattr(path))),
      ("open_tree", .answer(unsafe sbx_open_tree(-100, path, 1))),
      ("fsopen", .answer(unsafe sbx_fsopen("tmpfs"))),
      ("pivot_root", .answer(unsafe sbx_pivot_root(path, path))),
      ("chroot", .answer(chroot(path))),
      ("unshare-mount", .answer(sbx_unshare(UInt64(SBX_CLONE_NEWNS)))),
    ]
    // Last, as it changes what would follow: a user namespace brings every capability within itself.
    let user = sbx_unshare(UInt64(SBX_CLONE_NEWUSER) | UInt64(SBX_CLONE_NEWNS))
    results.append(("unshare-user-mount", .answer(user)))
    results.append(("remount-after", .answer(mount("none", path, remount | bind))))
    results.append(("umount-after", .answer(umount(path, 2))))
    results.append(("write-after", .answer(write(path))))
    Output.line(.object(results))
    return 0
  }

  private static func mount(_ source: String, _ target: String, _ flags: UInt64, type: String = "none") -> Int64 {
    unsafe source.withCString { source in
      unsafe target.withCString { target in
        unsafe type.withCString { type in
          unsafe RawCall.call("mount", address(source), address(target), address(type), Int64(bitPattern: flags), 0)
        }
      }
    }
  }

  private static func umount(_ path: String, _ flags: Int64) -> Int64 {
    unsafe path.withCString { unsafe RawCall.call("umount2", address($0), flags) }
  }

  private static func chroot(_ path: String) -> Int64 {
    unsafe path.withCString { unsafe RawCall.call("chroot", address($0)) }
  }

  private static func setattr(_ path: String) -> Int64 {
    let descriptor = unsafe sbx_open(path, SBX_O_PATH | SBX_O_CLOEXEC, 0)
    guard descriptor >= 0 else { return descriptor }
    defer { _ = sbx_close(Int32(descriptor)) }
    return sbx_mount_setattr(Int32(descriptor), 0, 0, UInt64(MOUNT_ATTR_RDONLY), 0)
  }

  private static func write(_ path: String) -> Int64 {
    let descriptor = unsafe sbx_open(path + "/written", SBX_O_WRONLY | SBX_O_CREAT | SBX_O_CLOEXEC, 0o600)
    if descriptor >= 0 { _ = sbx_close(Int32(descriptor)) }
    return descriptor
  }

  private static func address(_ pointer: UnsafePointer<CChar>) -> Int64 { Int64(Int(bitPattern: pointer)) }
}
