import SandboxPolicy
import Testing

@Suite("Plans for files and networks")
struct PlannerFileTests {
  @Test("a named network namespace is entered before the host's root goes")
  func namedNetwork() throws {
    var policy = try PlanSamples.plain()
    policy.arguments = [ArgumentDeclaration(name: "router", type: .hostname)]
    policy.network = .named(try Template(parsing: "/run/netns/{router}"))
    let expected = """
      plan of sample/run
        input: none
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
      steps:
         1  create the cgroup (version 2): memory at most 268435456 bytes, at most 65 processes
         2  clone a process with own namespaces: mount, pid, ipc, uts, time
         3  tie the process to the launcher's life
         4  reset session, signals, priority, umask and personality
         5  make all other mounts private
         6  mount an empty root
         7  mount the device /dev/null
         8  mount /usr/bin/id read-only, nosuid, nodev
         9  enter the cgroup
        10  create a cgroup namespace
        11  enter the network namespace /run/netns/r1
        12  enter the new root and let go of the host's
        13  make the root read-only
        14  set the host name to sandbox
        15  limit CPU to 30
        16  limit FSIZE to 1073741824
        17  limit DATA to no more than the host allows
        18  limit STACK to 8388608
        19  limit CORE to 0
        20  limit MEMLOCK to 65536
        21  limit AS to no more than the host allows
        22  limit SIGPENDING to 1024
        23  limit MSGQUEUE to 819200
        24  limit NICE to 0
        25  limit RTPRIO to 0
        26  limit NPROC to 65
        27  start init as process 1
        28  lock securebits, so that uid 0 and set-uid files give nothing
        29  become uid 2013270631, gid 2013270631, groups none
        30  create a user namespace in which uid 2013270631 is 2013270631 and gid 2013270631 is 2013270631
        31  lock securebits, so that uid 0 and set-uid files give nothing
        32  drop the bounding set but for none
        33  join a new session keyring
        34  set all capability sets to none
        35  change to the directory /
        36  wait until init has dropped its rights
        37  set no_new_privs
        38  restrict files to 2 paths by Landlock (version 7), keep signals inside
        39  limit NOFILE to 256
        40  close all descriptors above 2
        41  load the system-call filter of 3 instructions
        42  run "/usr/bin/id"

      """
    try GoldenPlan.check(policy, ["r1"], is: expected)
  }

  @Test("a directory whose mounts the host sees is kept before all mounts are cut off")
  func propagation() throws {
    let expected = """
      plan of sample/run
        input: none
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
        note: Landlock is left out: it would refuse every mount
      steps:
         1  create a network namespace
         2  create the cgroup (version 2): memory at most 268435456 bytes, at most 65 processes
         3  clone a process with own namespaces: mount, pid, ipc, uts, time
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  keep /mnt/data shared with the host
         7  keep /media shared with the host
         8  make all other mounts private
         9  mount an empty root
        10  mount the device /dev/null
        11  mount /media shared with the host
        12  mount /usr/bin/id read-only, nosuid, nodev
        13  mount /mnt/data shared with the host
        14  enter the cgroup
        15  create a cgroup namespace
        16  enter the network namespace
        17  enter the new root and let go of the host's
        18  make the root read-only
        19  set the host name to sandbox
        20  limit CPU to 30
        21  limit FSIZE to 1073741824
        22  limit DATA to no more than the host allows
        23  limit STACK to 8388608
        24  limit CORE to 0
        25  limit MEMLOCK to 65536
        26  limit AS to no more than the host allows
        27  limit SIGPENDING to 1024
        28  limit MSGQUEUE to 819200
        29  limit NICE to 0
        30  limit RTPRIO to 0
        31  start init as process 1
        32  lock securebits, so that uid 0 and set-uid files give nothing
        33  drop the bounding set but for sys_admin
        34  become uid 0, gid 0, groups none
        35  join a new session keyring
        36  set all capability sets to sys_admin
        37  change to the directory /
        38  wait until init has dropped its rights
        39  set no_new_privs
        40  limit NOFILE to 256
        41  close all descriptors above 2
        42  load the system-call filter of 3 instructions
        43  run "/usr/bin/id"

      """
    try GoldenPlan.check(try PlanSamples.mount(), ["data"], is: expected)
  }

  @Test("a list makes one mount and one word for each item, an optional grant one where it is given")
  func lists() throws {
    let words = ["--key", "s3cret", "--target", "/srv/out/a", "/srv/data/b", "/srv/data/a"]
    let expected = """
      plan of sample/run
        input: a secret
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
      steps:
         1  create a network namespace
         2  create the cgroup (version 2): memory at most 268435456 bytes, at most 65 processes
         3  clone a process with own namespaces: mount, pid, ipc, uts, time
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  make all other mounts private
         7  mount an empty root
         8  mount the device /dev/null
         9  mount an empty /srv of 4096 bytes
        10  mount /usr/bin/id read-only, nosuid, nodev
        11  mount /srv/data/a read-only, nosuid, nodev, noexec
        12  mount /srv/data/b read-only, nosuid, nodev, noexec
        13  mount /srv/out/a writable, nosuid, nodev, noexec
        14  enter the cgroup
        15  create a cgroup namespace
        16  enter the network namespace
        17  enter the new root and let go of the host's
        18  make the root read-only
        19  set the host name to sandbox
        20  limit CPU to 30
        21  limit FSIZE to 1073741824
        22  limit DATA to no more than the host allows
        23  limit STACK to 8388608
        24  limit CORE to 0
        25  limit MEMLOCK to 65536
        26  limit AS to no more than the host allows
        27  limit SIGPENDING to 1024
        28  limit MSGQUEUE to 819200
        29  limit NICE to 0
        30  limit RTPRIO to 0
        31  limit NPROC to 65
        32  start init as process 1
        33  lock securebits, so that uid 0 and set-uid files give nothing
        34  become uid 2013270631, gid 2013270631, groups none
        35  create a user namespace in which uid 2013270631 is 2013270631 and gid 2013270631 is 2013270631
        36  lock securebits, so that uid 0 and set-uid files give nothing
        37  drop the bounding set but for none
        38  join a new session keyring
        39  set all capability sets to none
        40  change to the directory /srv
        41  wait until init has dropped its rights
        42  set no_new_privs
        43  restrict files to 6 paths by Landlock (version 7), refuse TCP, keep signals inside
        44  limit NOFILE to 256
        45  close all descriptors above 2
        46  load the system-call filter of 3 instructions
        47  run "/usr/bin/id" "/srv/data/b" "/srv/data/a" "--to=/srv/out/a"

      """
    try GoldenPlan.check(try PlanSamples.archive(), words, is: expected)
  }

  @Test("an optional grant that is left out is nowhere, and neither is its word")
  func optional() throws {
    let words = ["--key", "s3cret", "--quiet", "--files", "/srv/data/b"]
    let expected = """
      plan of sample/run
        input: a secret
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
      steps:
         1  create a network namespace
         2  create the cgroup (version 2): memory at most 268435456 bytes, at most 65 processes
         3  clone a process with own namespaces: mount, pid, ipc, uts, time
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  make all other mounts private
         7  mount an empty root
         8  mount the device /dev/null
         9  mount an empty /srv of 4096 bytes
        10  mount /usr/bin/id read-only, nosuid, nodev
        11  mount /srv/data/b read-only, nosuid, nodev, noexec
        12  enter the cgroup
        13  create a cgroup namespace
        14  enter the network namespace
        15  enter the new root and let go of the host's
        16  make the root read-only
        17  set the host name to sandbox
        18  limit CPU to 30
        19  limit FSIZE to 1073741824
        20  limit DATA to no more than the host allows
        21  limit STACK to 8388608
        22  limit CORE to 0
        23  limit MEMLOCK to 65536
        24  limit AS to no more than the host allows
        25  limit SIGPENDING to 1024
        26  limit MSGQUEUE to 819200
        27  limit NICE to 0
        28  limit RTPRIO to 0
        29  limit NPROC to 65
        30  start init as process 1
        31  lock securebits, so that uid 0 and set-uid files give nothing
        32  become uid 2013270631, gid 2013270631, groups none
        33  create a user namespace in which uid 2013270631 is 2013270631 and gid 2013270631 is 2013270631
        34  lock securebits, so that uid 0 and set-uid files give nothing
        35  drop the bounding set but for none
        36  join a new session keyring
        37  set all capability sets to none
        38  change to the directory /srv
        39  wait until init has dropped its rights
        40  set no_new_privs
        41  restrict files to 4 paths by Landlock (version 7), refuse TCP, keep signals inside
        42  limit NOFILE to 256
        43  close all descriptors above 2
        44  load the system-call filter of 3 instructions
        45  run "/usr/bin/id" "/srv/data/b" "-q"

      """
    try GoldenPlan.check(try PlanSamples.archive(), words, is: expected)
  }

  @Test("what the command needs is not mounted again where the operating system is granted")
  func system() throws {
    let expected = """
      plan of sample/run
        input: none
        output: none
        time: at most 30000 ms
        success: exit code 0, 3
      steps:
         1  create a network namespace
         2  create the cgroup (version 2): memory at most 268435456 bytes, at most 65 processes
         3  clone a process with own namespaces: mount, pid, ipc, uts, time
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  enter the cgroup
         7  create a cgroup namespace
         8  enter the network namespace
         9  make all other mounts private
        10  mount the own /sys to take files from
        11  mount the own /proc to take files from
        12  mount an empty root
        13  link /bin to usr/bin
        14  mount the device /dev/null
        15  mount /etc/hosts read-only, nosuid, nodev, noexec
        16  link /lib64 to usr/lib64
        17  mount /opt/lib/libx.so read-only, nosuid, nodev
        18  mount /proc/version read-only, nosuid, nodev, noexec
        19  mount /sys read-only, nosuid, nodev, noexec
        20  mount an empty /tmp of 16777216 bytes
        21  mount /usr read-only, nosuid, nodev
        22  enter the new root and let go of the host's
        23  make the root read-only
        24  set the host name to sandbox
        25  limit CPU to 30
        26  limit FSIZE to 1073741824
        27  limit DATA to no more than the host allows
        28  limit STACK to 8388608
        29  limit CORE to 0
        30  limit MEMLOCK to 65536
        31  limit AS to no more than the host allows
        32  limit SIGPENDING to 1024
        33  limit MSGQUEUE to 819200
        34  limit NICE to 0
        35  limit RTPRIO to 0
        36  limit NPROC to 65
        37  start init as process 1
        38  lock securebits, so that uid 0 and set-uid files give nothing
        39  become uid 2013270631, gid 2013270631, groups none
        40  create a user namespace in which uid 2013270631 is 2013270631 and gid 2013270631 is 2013270631
        41  lock securebits, so that uid 0 and set-uid files give nothing
        42  drop the bounding set but for none
        43  join a new session keyring
        44  set all capability sets to none
        45  change to the directory /
        46  wait until init has dropped its rights
        47  set no_new_privs
        48  restrict files to 7 paths by Landlock (version 7), refuse TCP, keep signals inside
        49  limit NOFILE to 256
        50  close all descriptors above 2
        51  load the system-call filter of 3 instructions
        52  run "/usr/bin/id"

      """
    try GoldenPlan.check(try PlanSamples.system(), is: expected)
  }
}
