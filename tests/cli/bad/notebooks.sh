# Each broken notebook: its exit status and its one line.
cd "$SCRATCH"
try() {
    printf "$2" > "$1.ipynb"
    sameseed run "$1.ipynb" 2>&1
    echo "  exit $?"
}
sameseed run missing.ipynb 2>&1
echo "  exit $?"
mkdir folder.ipynb
sameseed run folder.ipynb 2>&1
echo "  exit $?"
try empty ''
try blank ' \n'
try truncated '{"nbformat": 4, "cells": [{"cell_type": "co'
try script 'import numpy as np\nprint(1)\n'
try extra '{"nbformat": 4, "cells": []} {}'
try list '[1, 2]'
try number '4'
try no_format '{"cells": []}'
try format_is_text '{"nbformat": "4", "cells": []}'
try format_3 '{"nbformat": 3, "worksheets": []}'
try format_5 '{"nbformat": 5, "cells": []}'
try no_cells '{"nbformat": 4}'
try cells_is_an_object '{"nbformat": 4, "cells": {}}'
try cell_is_a_number '{"nbformat": 4, "cells": [1]}'
try no_type '{"nbformat": 4, "cells": [{"source": ""}]}'
try odd_type '{"nbformat": 4, "cells": [{"cell_type": "heading"}]}'
try no_source '{"nbformat": 4, "cells": [{"cell_type": "code"}]}'
try source_is_a_number \
    '{"nbformat": 4, "cells": [{"cell_type": "code", "source": 1}]}'
try line_is_a_number \
    '{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["a", 1]}]}'
try kernel_r '{"nbformat": 4, "metadata": {"kernelspec": {"language": "R"}}, "cells": []}'
try language_julia '{"nbformat": 4, "metadata": {"language_info": {"name": "julia"}}, "cells": []}'
try cell_sql '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "1", "metadata": {"vscode": {"languageId": "sql"}}}]}'
try invalid_utf8 '{"nbformat": 4, "cells": "\377"}'
try surrogate '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\\ud800"}]}'
try nul_byte '{"nbformat": 4, \000"cells": []}'
try nul_in_source '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = 1\\u0000"}]}'
