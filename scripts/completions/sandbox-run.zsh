#compdef sandbox-run
# Completion of sandbox-run for zsh: options, then profiles and operations by `sandbox-profile list --names`.

_sandbox-run() {
  local curcontext="$curcontext" state
  local -a line directories
  local -A opt_args
  _arguments -C \
    '--plan[print the plan and run nothing]' \
    '--json[with --plan\: print it as JSON]' \
    '--outcome-fd[write the outcome as JSON to this descriptor]:descriptor:' \
    '--profiles[where the profiles are]:directory:_directories' \
    '--policies[where compiled policies are kept]:directory:_directories' \
    '--audit[append audit records to this file]:file:_files' \
    '(- *)--help[say how to call it]' \
    '(- *)--version[print the version]' \
    '1:profile:->profile' \
    '2:operation:->operation' \
    '*:argument:_files' && return

  (( ${+opt_args[--profiles]} )) && directories+=(--profiles "${(Q)opt_args[--profiles]}")
  (( ${+opt_args[--policies]} )) && directories+=(--policies "${(Q)opt_args[--policies]}")
  # One PROFILE/OPERATION a line.
  local -a names
  names=(${(f)"$(_call_program names sandbox-profile list --names ${(q)directories} 2>/dev/null)"})
  case $state in
    profile)
      local -aU profiles
      profiles=(${names%%/*})
      _describe -t profiles profile profiles
      ;;
    operation)
      local -a operations
      operations=(${${(M)names:#${(Q)line[1]}/*}#*/})
      _describe -t operations operation operations
      ;;
  esac
}

_sandbox-run "$@"
