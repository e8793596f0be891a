# SPDX-License-Identifier: MIT
# Completion of the command `sameseed` for bash.
# What `sameseed help` lists, and the short names that people use.
_sameseed_names() {
    sameseed help | sed -n 's/^  \([a-z][A-Za-z0-9_.]*\)$/\1/p' |
        sed 'p; s/^numpy\./np./' | sort -u
}

_sameseed() {
    local word=${COMP_WORDS[COMP_CWORD]}

    COMPREPLY=()
    # bash splits words at "=", so a profile's value is a word of its own.
    if [ "${COMP_WORDS[COMP_CWORD - 1]}" = --profile ]; then
        mapfile -t COMPREPLY < <(compgen -W 'numpy= torch= cpu=avx2
            cpu=default cpu=aarch64' -- "$word")
        compopt -o nospace
        return
    fi
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W 'run -c help --help --version
            --profile --no-files' -- "$word")
        return
    fi
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '--profile --no-files' -- "$word")
        return
    fi
    case ${COMP_WORDS[1]} in
    --profile | --no-files)
        mapfile -t COMPREPLY < <(compgen -d -S / -- "$word"
            compgen -W 'run -c' -- "$word"
            compgen -f -X '!*.@(py|ipynb)' -- "$word")
        compopt -o filenames -o nospace
        ;;
    run)
        mapfile -t COMPREPLY < <(compgen -d -S / -- "$word"
            compgen -f -X '!*.@(py|ipynb)' -- "$word")
        compopt -o filenames -o nospace
        ;;
    help)
        mapfile -t COMPREPLY < <(compgen -W "run -c help $(_sameseed_names)" \
            -- "$word")
        ;;
    esac
}
complete -F _sameseed sameseed
