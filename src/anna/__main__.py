from __future__ import annotations

from anna.cli.main import main

if __name__ == "__main__":
    main()
