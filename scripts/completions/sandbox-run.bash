# Completion of sandbox-run for bash: options, then profiles and operations by `sandbox-profile list --names`.

_sandbox_run() {
  local current=${COMP_WORDS[COMP_CWORD]} word index value_of='' profile='' operation='' tool
  local -a directories=()
  COMPREPLY=()
  tool=$(dirname -- "$(type -P -- "${COMP_WORDS[0]}" 2>/dev/null)" 2>/dev/null)/sandbox-profile
  [[ -x $tool ]] || tool=sandbox-profile

  for ((index = 1; index < COMP_CWORD; index++)); do
    word=${COMP_WORDS[index]}
    if [[ -n $value_of ]]; then
      if [[ $value_of == --profiles || $value_of == --policies ]]; then directories+=("$value_of" "$word"); fi
      value_of=''
    elif [[ -z $profile && ( $word == --profiles || $word == --policies || $word == --audit || $word == --outcome-fd ) ]]; then
      value_of=$word
    elif [[ -z $profile && $word == -* ]]; then
      continue
    elif [[ -z $profile ]]; then
      profile=$word
    elif [[ -z $operation ]]; then
      operation=$word
    fi
  done

  # `list --names` prints one PROFILE/OPERATION a line.
  local names
  case $value_of in
    --profiles | --policies)
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      return
      ;;
    --audit)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --outcome-fd) return ;;
  esac
  if [[ -z $profile && $current == -* ]]; then
    mapfile -t COMPREPLY < <(
      compgen -W '--plan --json --outcome-fd --profiles --policies --audit --help --version' -- "$current"
    )
  elif [[ -z $profile ]]; then
    names=$("$tool" list --names "${directories[@]}" 2>/dev/null | cut -d / -f 1 | sort -u)
    mapfile -t COMPREPLY < <(compgen -W "$names" -- "$current")
  elif [[ -z $operation ]]; then
    names=$("$tool" list --names "${directories[@]}" 2>/dev/null | sed -n "s|^$profile/||p")
    mapfile -t COMPREPLY < <(compgen -W "$names" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -F _sandbox_run sandbox-run
