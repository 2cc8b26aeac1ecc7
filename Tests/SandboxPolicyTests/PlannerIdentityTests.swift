import SandboxPolicy
import Testing

@Suite("Plans for users and capabilities")
struct PlannerIdentityTests {
  @Test("an operation without any privilege gets a user namespace of its own")
  func noPrivileges() throws {
    let expected = """
      plan of sample/run
        input: none
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
      steps:
         1  create the cgroup (version 2): memory at most 268435456 bytes, at most 65 processes
         2  create a network namespace
         3  clone a process with own namespaces: mount, pid, ipc, uts, time
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  enter the cgroup
         7  create a cgroup namespace
         8  enter the network namespace
         9  make all other mounts private
        10  mount an empty root
        11  mount the device /dev/null
        12  mount /usr/bin/id read-only, nosuid, nodev
        13  enter the new root and let go of the host's
        14  make the root read-only
        15  set the host name to sandbox
        16  limit CPU to 30
        17  limit FSIZE to 1073741824
        18  limit DATA to no more than the host allows
        19  limit STACK to 8388608
        20  limit CORE to 0
        21  limit NPROC to no more than the host allows
        22  limit NOFILE to 256
        23  limit MEMLOCK to 65536
        24  limit AS to no more than the host allows
        25  limit SIGPENDING to 1024
        26  limit MSGQUEUE to 819200
        27  limit NICE to 0
        28  limit RTPRIO to 0
        29  start init as process 1
        30  lock securebits, so that uid 0 and set-uid files give nothing
        31  become uid 2013270631, gid 2013270631, groups none
        32  create a user namespace in which uid 2013270631 is 2013270631 and gid 2013270631 is 2013270631
        33  lock securebits, so that uid 0 and set-uid files give nothing
        34  drop the bounding set but for none
        35  join a new session keyring
        36  set all capability sets to none
        37  change to the directory /
        38  wait until init has dropped its rights
        39  set no_new_privs
        40  restrict files to 2 paths by Landlock (version 7), refuse TCP, keep signals inside
        41  close all descriptors above 2
        42  load the system-call filter of 3 instructions
        43  run "/usr/bin/id"

      """
    try GoldenPlan.check(try PlanSamples.plain(), is: expected)
  }

  @Test("a declared capability is all that is left, and the path with a value is mounted last")
  func capabilities() throws {
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
         5  enter the cgroup
         6  create a cgroup namespace
         7  make all other mounts private
         8  mount the own /sys to take files from
         9  mount an empty root
        10  mount the device /dev/null
        11  mount /usr/bin/id read-only, nosuid, nodev
        12  mount /sys/class/net/br0/bridge/multicast_snooping writable, nosuid, nodev, noexec
        13  enter the new root and let go of the host's
        14  make the root read-only
        15  set the host name to sandbox
        16  limit CPU to 30
        17  limit FSIZE to 1073741824
        18  limit DATA to no more than the host allows
        19  limit STACK to 8388608
        20  limit CORE to 0
        21  limit NPROC to no more than the host allows
        22  limit NOFILE to 256
        23  limit MEMLOCK to 65536
        24  limit AS to no more than the host allows
        25  limit SIGPENDING to 1024
        26  limit MSGQUEUE to 819200
        27  limit NICE to 0
        28  limit RTPRIO to 0
        29  start init as process 1
        30  lock securebits, so that uid 0 and set-uid files give nothing
        31  drop the bounding set but for net_admin
        32  become uid 0, gid 0, groups none
        33  join a new session keyring
        34  set all capability sets to net_admin
        35  change to the directory /
        36  wait until init has dropped its rights
        37  set no_new_privs
        38  restrict files to 3 paths by Landlock (version 7), keep signals inside
        39  close all descriptors above 2
        40  load the system-call filter of 3 instructions
        41  run "/usr/bin/id" "br0"

      """
    try GoldenPlan.check(try PlanSamples.bridge(), ["br0"], is: expected)
  }

  @Test("root without a capability stays in the host's user namespace")
  func rootUser() throws {
    var policy = try PlanSamples.plain()
    policy.identity = Identity(user: 0)
    policy.network = .loopback
    policy.hasInit = false
    policy.proc = .own
    policy.input = .caller
    let expected = """
      plan of sample/run
        input: the caller's
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
      steps:
         1  create the cgroup (version 2): memory at most 268435456 bytes, at most 64 processes
         2  create a network namespace with loopback up
         3  clone a process with own namespaces: mount, pid, ipc, uts, time
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  enter the cgroup
         7  create a cgroup namespace
         8  enter the network namespace
         9  make all other mounts private
        10  mount an empty root
        11  mount the device /dev/null
        12  mount /proc read-only, processes only
        13  mount /usr/bin/id read-only, nosuid, nodev
        14  enter the new root and let go of the host's
        15  make the root read-only
        16  set the host name to sandbox
        17  limit CPU to 30
        18  limit FSIZE to 1073741824
        19  limit DATA to no more than the host allows
        20  limit STACK to 8388608
        21  limit CORE to 0
        22  limit NPROC to no more than the host allows
        23  limit NOFILE to 256
        24  limit MEMLOCK to 65536
        25  limit AS to no more than the host allows
        26  limit SIGPENDING to 1024
        27  limit MSGQUEUE to 819200
        28  limit NICE to 0
        29  limit RTPRIO to 0
        30  lock securebits, so that uid 0 and set-uid files give nothing
        31  drop the bounding set but for none
        32  become uid 0, gid 0, groups none
        33  join a new session keyring
        34  set all capability sets to none
        35  change to the directory /
        36  tie the process to the launcher's life
        37  set no_new_privs
        38  restrict files to 3 paths by Landlock (version 7), keep signals inside
        39  close all descriptors above 2
        40  load the system-call filter of 3 instructions
        41  run "/usr/bin/id"

      """
    try GoldenPlan.check(policy, is: expected)
  }

  @Test("what shares every namespace with the host keeps only its mounts apart")
  func shared() throws {
    let expected = """
      plan of sample/run
        input: none
        output: the caller's, at most 16777216 bytes
        time: at most 30000 ms
        success: exit code 0
        process: 4242 has to run /usr/sbin/dnsmasq
        note: the pid namespace is the host's
      steps:
         1  create the cgroup (version 2): memory at most 268435456 bytes, at most 64 processes
         2  create a network namespace
         3  clone a process with own namespaces: mount
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  enter the cgroup
         7  enter the network namespace
         8  make all other mounts private
         9  mount an empty root
        10  mount the device /dev/null
        11  mount /usr/bin/id read-only, nosuid, nodev
        12  enter the new root and let go of the host's
        13  make the root read-only
        14  limit CPU to 30
        15  limit FSIZE to 1073741824
        16  limit DATA to no more than the host allows
        17  limit STACK to 8388608
        18  limit CORE to 0
        19  limit NPROC to no more than the host allows
        20  limit NOFILE to 256
        21  limit MEMLOCK to 65536
        22  limit AS to no more than the host allows
        23  limit SIGPENDING to 1024
        24  limit MSGQUEUE to 819200
        25  limit NICE to 0
        26  limit RTPRIO to 0
        27  lock securebits, so that uid 0 and set-uid files give nothing
        28  drop the bounding set but for kill
        29  become uid 7, gid 8, groups 9, 10
        30  join a new session keyring
        31  set all capability sets to kill
        32  change to the directory /
        33  tie the process to the launcher's life
        34  set no_new_privs
        35  restrict files to 2 paths by Landlock (version 7), refuse TCP
        36  close all descriptors above 2
        37  load the system-call filter of 3 instructions
        38  run "/usr/bin/id" "4242"

      """
    try GoldenPlan.check(try PlanSamples.signal(), ["4242"], is: expected)
  }
}
