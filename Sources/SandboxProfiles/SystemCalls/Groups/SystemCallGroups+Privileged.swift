extension SystemCallGroups {
  /// The groups that no other group has in it: each is one way to much power, and is named by whoever wants it.
  static let privilegedText = """
    @mount: Mounting and unmounting
    mount  mounts, binds, moves, remounts
    umount2  unmounts
    fsopen  begins a file system
    fsconfig  sets its options
    fsmount  makes a mount of it
    fspick  takes one that is mounted
    open_tree  clones a mount
    move_mount  attaches it
    mount_setattr  sets its attributes
    statfs  looks at it

    @change-root: Taking another root directory
    chroot  for one process
    pivot_root  for a mount namespace

    @namespace: Making and entering namespaces
    unshare  makes one for itself
    setns  enters one
    clone  makes one for a child

    @clock-set: Setting the machine's clocks
    clock_settime  sets
    settimeofday  sets
    clock_adjtime  slows and quickens
    adjtimex  slows and quickens
    ioctl(request in {RTC_RD_TIME, RTC_SET_TIME})  the clock that runs without power

    @module: Loading and unloading kernel modules
    init_module  loads from memory
    finit_module  loads from a file
    delete_module  unloads

    @reboot: Restarting the machine, or another kernel
    reboot  restarts, halts
    kexec_load  loads another kernel
    kexec_file_load  loads another kernel

    @keyring: The kernel's keys
    add_key  adds
    request_key  asks for one
    keyctl  everything else

    @debug: Reading, changing and stopping other processes
    ptrace  stops and changes
    process_vm_readv  reads memory
    process_vm_writev  writes memory
    process_madvise  gives advice about memory
    pidfd_open  holds a process
    pidfd_getfd  takes its descriptors
    kcmp  compares what two share
    perf_event_open  counts and samples

    @bpf: Programs in the kernel
    bpf  loads, attaches, reads maps

    @io-uring: Asynchronous calls that no system-call filter sees
    io_uring_setup  makes a ring
    io_uring_enter  asks
    io_uring_register  prepares

    @user-fault: Handling page faults in user space
    userfaultfd  begins
    ioctl(request == UFFDIO_API)  agrees on a version

    @personality: Changing how the kernel treats the process
    personality  sets

    @personality-query: Asking how the kernel treats the process
    personality(persona in {0xffffffff, PER_LINUX})  asks, or sets what is so by default

    @file-handle: Files by handles, past every path
    name_to_handle_at  asks for one
    open_by_handle_at  opens one

    @fanotify: Being told about, and asked for, every access to a file system
    fanotify_init  begins
    fanotify_mark  names a file system

    @swap: Swap space
    swapon  adds
    swapoff  removes

    @quota: Disk quotas
    quotactl  asks and sets
    quotactl_fd  asks and sets

    @host-name: The machine's name
    sethostname  sets
    setdomainname  sets

    @kernel-log: The kernel's messages
    syslog  reads and clears

    @accounting: Process accounting
    acct  on and off

    @port-io: Input and output ports of a PC
    ioperm  some
    iopl  all

    @segment: Segments of a PC, for 16-bit programs
    modify_ldt  sets

    @sandbox: Making one's own sandbox narrower
    seccomp  adds a filter
    prctl(option in {PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_GET_SECCOMP})  adds a filter
    landlock_create_ruleset  makes a list of paths
    landlock_add_rule  adds one
    landlock_restrict_self  holds to it
    """
}
