# SPDX-License-Identifier: EUPL-1.2
"""What other readers make of the two workbooks of nasty.py: readers.py FOLDER. Those that are not installed are passed
over."""
import importlib.metadata
import subprocess
import shutil
import sys
import warnings

warnings.simplefilter("ignore")
path, formula, sheet = f"{sys.argv[1]}/utforda.xlsx", f"{sys.argv[1]}/formel.xlsx", "Utförd tid"


def title(name, package=None):
    version = importlib.metadata.version(package or name)
    print(f"\n== {name} {version}")


def attempt(read):
    try:
        for row in read():
            print(row)
    except ImportError as error:
        print(f"(not installed: {error})")
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def with_openpyxl():
    import openpyxl

    title("openpyxl")
    book = openpyxl.load_workbook(path, data_only=True)
    print("first:", book.active.title)
    yield from book[sheet].iter_rows(values_only=True)
    yield from openpyxl.load_workbook(formula, data_only=True).active.iter_rows(values_only=True)


def with_pandas():
    import pandas

    title("pandas")
    print("default:", pandas.read_excel(path).shape)
    yield pandas.read_excel(path, sheet_name=sheet, header=[1, 2]).to_string()
    yield pandas.read_excel(formula).to_string()


def with_calamine():
    import python_calamine

    title("python-calamine")
    book = python_calamine.CalamineWorkbook.from_path(path)
    yield from book.get_sheet_by_name(sheet).to_python()
    yield from python_calamine.CalamineWorkbook.from_path(formula).get_sheet_by_index(0).to_python()


def with_polars():
    import polars

    title("polars")
    polars.Config.set_tbl_rows(-1).set_fmt_str_lengths(40)
    print("default:", polars.read_excel(path).shape)
    yield polars.read_excel(formula)
    yield polars.read_excel(path, sheet_name=sheet, read_options={"header_row": 2})


for read in (with_openpyxl, with_pandas, with_calamine, with_polars):
    attempt(read)
if shutil.which("Rscript"):
    code = f'options(width=200,digits=17); cat("\\n== readxl", as.character(packageVersion("readxl")), "\\n"); print(as.data.frame(readxl::read_excel("{path}", "{sheet}", skip=2)))'
    subprocess.run(["Rscript", "-e", code])
