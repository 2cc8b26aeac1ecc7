extension SystemCallGroups {
  /// The groups that an operation begins with.
  static let baselineText = """
    @command: What a dynamically linked command does by itself, and making processes
    @command-alone  what it does by itself
    @process  runs other programs and waits for them

    @command-alone: What a dynamically linked command does by itself; it makes no process
    execve  the launcher's last step runs the command
    exit  a thread ends
    exit_group  the command ends
    rt_sigreturn  comes back from a signal handler
    restart_syscall  the kernel goes on with a sleep that a signal interrupted
    brk  the heap
    mmap  loads libraries and takes memory
    munmap  gives memory back
    mremap  lets a large block of memory grow
    mprotect  the loader write-protects relocated data
    madvise  malloc gives pages back
    mincore  some allocators look what is resident
    futex  locks within the C library; several locales crash without
    set_robust_list  the C library prepares every thread
    set_tid_address  the C library prepares every thread
    rseq  the C library prepares every thread
    arch_prctl  the loader sets the thread pointer on AMD64
    getrandom  seeds malloc and hash tables
    prlimit64(pid == 0)  the loader asks for its own stack limit; never another process's
    getrlimit  asks for its own limits
    getrusage  asks what it has used
    sysinfo  qsort and malloc ask for the size of memory
    uname  asks for the kernel's version
    sched_yield  waits for a lock
    sched_getaffinity  counts the processors that it may use
    getcpu  malloc chooses an arena
    membarrier(cmd == MEMBARRIER_CMD_QUERY)  some runtimes ask once
    rt_sigaction  sets signal handlers
    rt_sigprocmask  blocks signals for a moment
    rt_sigpending  asks what is blocked
    rt_sigsuspend  waits for a signal
    sigaltstack  a stack for handlers
    pause  waits for a signal
    clock_gettime  where the vDSO can't answer
    clock_getres  where the vDSO can't answer
    clock_nanosleep  sleeps
    nanosleep  sleeps
    gettimeofday  where the vDSO can't answer
    time  where the vDSO can't answer
    alarm  limits its own time
    setitimer  limits its own time
    times  asks what it has used
    @identity  asks who it is
    @poll  waits for its descriptors
    read  reads
    readv  reads
    pread64  the loader reads ELF headers
    preadv  reads
    write  writes
    writev  error messages are written in pieces
    pwrite64  writes
    pwritev  writes
    close  closes
    close_range  closes what it doesn't know
    dup  doubles a descriptor
    dup2  moves a descriptor
    dup3  moves a descriptor
    fcntl(cmd <= F_SETLKW)  descriptor flags and locks; not F_SETOWN, which sends signals
    fcntl(cmd in {F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW})  locks of an open file
    fcntl(cmd & 0xfffffff0 == F_SETLEASE)  F_DUPFD_CLOEXEC, pipe sizes and seals
    lseek  moves within a file
    openat  opens libraries, locales and its files; which there are is the file view's matter
    open  older programs open so
    access  the loader looks for /etc/ld.so.preload
    faccessat  looks whether it may use a file
    faccessat2  looks whether it may use a file
    newfstatat  looks at a file
    stat  looks at a file
    lstat  looks at a file
    fstat  the loader looks at each library
    statx  coreutils look at files so
    statfs  libselinux looks whether there is a selinuxfs
    fstatfs  rm and find look at the kind of file system
    readlink  resolves links
    readlinkat  resolves links
    getcwd  asks where it is
    chdir  walks through directories
    fchdir  walks through directories
    getdents64  lists directories
    getdents  lists directories
    getxattr  ls and cp ask for security labels
    lgetxattr  ls and cp ask for security labels
    fgetxattr  ls and cp ask for security labels
    listxattr  ls and cp ask for access lists
    llistxattr  ls and cp ask for access lists
    flistxattr  ls and cp ask for access lists
    fadvise64  cat and sort announce how they read
    readahead  announces what it reads
    copy_file_range  cat and cp copy between two open files
    sendfile  copies between two open files
    umask  says who may use what it creates
    ioctl(request in {TCGETS, TCGETS2, TIOCGWINSZ, TIOCGPGRP})  asks whether this is a terminal, and how large
    ioctl(request in {FIONREAD, FIONBIO, FIOCLEX, FIONCLEX})  what fcntl can do as well
    capget  programs that link libcap ask for their own capabilities
    prctl(option in {PR_SET_NAME, PR_GET_NAME})  names its threads
    prctl(option in {PR_CAPBSET_READ, PR_GET_SECUREBITS, PR_GET_KEEPCAPS, PR_GET_NO_NEW_PRIVS})  libcap asks at start
    prctl(option in {PR_GET_DUMPABLE, PR_GET_PDEATHSIG, PR_GET_SECCOMP})  asks, and changes nothing

    @function: What a static Swift function does by itself; it opens nothing
    exit  a thread ends
    exit_group  the function ends
    rt_sigreturn  comes back from a signal handler
    restart_syscall  the kernel goes on with a sleep that a signal interrupted
    brk  the heap
    mmap  takes memory
    munmap  gives memory back
    mremap  lets a large block of memory grow
    mprotect  guards stacks
    madvise  malloc gives pages back
    futex  locks within the Swift runtime
    set_robust_list  the C library prepares every thread
    set_tid_address  the C library prepares every thread
    rseq  the C library prepares every thread
    arch_prctl  the start of a static executable sets the thread pointer on AMD64
    readlink  the start of a static executable asks for its own path
    readlinkat  the start of a static executable asks for its own path
    getrandom  seeds the hashing of dictionaries
    prlimit64(pid == 0)  asks for its own stack limit
    sched_yield  waits for a lock
    sched_getaffinity  counts the processors that it may use
    rt_sigaction  sets signal handlers
    rt_sigprocmask  blocks signals for a moment
    sigaltstack  a stack for handlers
    clock_gettime  where the vDSO can't answer
    clock_nanosleep  sleeps
    gettimeofday  where the vDSO can't answer
    getpid  asks who it is
    gettid  asks who it is
    read  reads its request and what it has open
    readv  reads
    write  writes its result and what it has open
    writev  writes
    sendmsg  answers through the operation's socket
    recvmsg  reads its request
    close  closes
    fstat  looks at what it has open
    newfstatat  looks at what it has open
    ioctl(request in {TCGETS, TCGETS2})  print asks whether this is a terminal
    lseek  moves within what it has open
    fcntl(cmd <= F_SETLKW)  descriptor flags and locks
    """
}
