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
         1  create a network namespace
         2  create the cgroup (version 2): memory at most 268435456 bytes, at most 65 processes
         3  clone a process with own namespaces: mount, pid, ipc, uts, time
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  make all other mounts private
         7  mount an empty root
         8  mount the device /dev/null
         9  mount /usr/bin/id read-only, nosuid, nodev
        10  enter the cgroup
        11  create a cgroup namespace
        12  enter the network namespace
        13  enter the new root and let go of the host's
        14  make the root read-only
        15  set the host name to sandbox
        16  limit CPU to 30
        17  limit FSIZE to 1073741824
        18  limit DATA to no more than the host allows
        19  limit STACK to 8388608
        20  limit CORE to 0
        21  limit MEMLOCK to 65536
        22  limit AS to no more than the host allows
        23  limit SIGPENDING to 1024
        24  limit MSGQUEUE to 819200
        25  limit NICE to 0
        26  limit RTPRIO to 0
        27  limit NPROC to 65
        28  start init as process 1
        29  lock securebits, so that uid 0 and set-uid files give nothing
        30  become uid 2013270631, gid 2013270631, groups none
        31  create a user namespace in which uid 2013270631 is 2013270631 and gid 2013270631 is 2013270631
        32  lock securebits, so that uid 0 and set-uid files give nothing
        33  drop the bounding set but for none
        34  join a new session keyring
        35  set all capability sets to none
        36  change to the directory /
        37  wait until init has dropped its rights
        38  set no_new_privs
        39  restrict files to 2 paths by Landlock (version 7), refuse TCP, keep signals inside
        40  limit NOFILE to 256
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
        21  limit MEMLOCK to 65536
        22  limit AS to no more than the host allows
        23  limit SIGPENDING to 1024
        24  limit MSGQUEUE to 819200
        25  limit NICE to 0
        26  limit RTPRIO to 0
        27  start init as process 1
        28  lock securebits, so that uid 0 and set-uid files give nothing
        29  drop the bounding set but for net_admin
        30  become uid 0, gid 0, groups none
        31  join a new session keyring
        32  set all capability sets to net_admin
        33  change to the directory /
        34  wait until init has dropped its rights
        35  set no_new_privs
        36  restrict files to 3 paths by Landlock (version 7), keep signals inside
        37  limit NOFILE to 256
        38  close all descriptors above 2
        39  load the system-call filter of 3 instructions
        40  run "/usr/bin/id" "br0"

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
         1  create a network namespace with loopback up
         2  create the cgroup (version 2): memory at most 268435456 bytes, at most 64 processes
         3  clone a process with own namespaces: mount, pid, ipc, uts, time
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  make all other mounts private
         7  mount an empty root
         8  mount the device /dev/null
         9  mount /proc read-only, processes only
        10  mount /usr/bin/id read-only, nosuid, nodev
        11  enter the cgroup
        12  create a cgroup namespace
        13  enter the network namespace
        14  enter the new root and let go of the host's
        15  make the root read-only
        16  set the host name to sandbox
        17  limit CPU to 30
        18  limit FSIZE to 1073741824
        19  limit DATA to no more than the host allows
        20  limit STACK to 8388608
        21  limit CORE to 0
        22  limit MEMLOCK to 65536
        23  limit AS to no more than the host allows
        24  limit SIGPENDING to 1024
        25  limit MSGQUEUE to 819200
        26  limit NICE to 0
        27  limit RTPRIO to 0
        28  lock securebits, so that uid 0 and set-uid files give nothing
        29  drop the bounding set but for none
        30  become uid 0, gid 0, groups none
        31  join a new session keyring
        32  set all capability sets to none
        33  change to the directory /
        34  tie the process to the launcher's life
        35  set no_new_privs
        36  restrict files to 3 paths by Landlock (version 7), keep signals inside
        37  limit NOFILE to 256
        38  close all descriptors above 2
        39  load the system-call filter of 3 instructions
        40  run "/usr/bin/id"

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
         1  create a network namespace
         2  create the cgroup (version 2): memory at most 268435456 bytes, at most 64 processes
         3  clone a process with own namespaces: mount
         4  tie the process to the launcher's life
         5  reset session, signals, priority, umask and personality
         6  make all other mounts private
         7  mount an empty root
         8  mount the device /dev/null
         9  mount /usr/bin/id read-only, nosuid, nodev
        10  enter the cgroup
        11  enter the network namespace
        12  enter the new root and let go of the host's
        13  make the root read-only
        14  limit CPU to 30
        15  limit FSIZE to 1073741824
        16  limit DATA to no more than the host allows
        17  limit STACK to 8388608
        18  limit CORE to 0
        19  limit MEMLOCK to 65536
        20  limit AS to no more than the host allows
        21  limit SIGPENDING to 1024
        22  limit MSGQUEUE to 819200
        23  limit NICE to 0
        24  limit RTPRIO to 0
        25  lock securebits, so that uid 0 and set-uid files give nothing
        26  drop the bounding set but for kill
        27  become uid 7, gid 8, groups 9, 10
        28  join a new session keyring
        29  set all capability sets to kill
        30  change to the directory /
        31  tie the process to the launcher's life
        32  set no_new_privs
        33  restrict files to 2 paths by Landlock (version 7), refuse TCP
        34  limit NOFILE to 256
        35  close all descriptors above 2
        36  load the system-call filter of 3 instructions
        37  run "/usr/bin/id" "4242"

      """
    try GoldenPlan.check(try PlanSamples.signal(), ["4242"], is: expected)
  }
}
