"""Other people's files: unchanged, licensed, listed, and checked by the browser."""

import base64
import hashlib

import pytest

from backstride.web.vendor import STATIC, Package, packages, vendor

VENDOR = STATIC / "vendor"


@pytest.mark.parametrize("package", packages(), ids=lambda package: package.package)
def test_every_file_has_the_digest_of_the_manifest(package: Package) -> None:
    folder = VENDOR / package.folder
    assert {path.name for path in folder.iterdir()} == set(package.files)
    for name, digest in package.files.items():
        found = base64.b64encode(hashlib.sha384((folder / name).read_bytes()).digest()).decode()
        assert digest == f"sha384-{found}", name


@pytest.mark.parametrize("package", packages(), ids=lambda package: package.package)
def test_every_package_brings_its_licence_and_its_version(package: Package) -> None:
    assert "LICENSE" in package.files
    assert package.license
    assert package.folder.endswith(f"-{package.version}")


def test_no_folder_is_missing_from_the_manifest() -> None:
    assert {path.name for path in VENDOR.iterdir() if path.is_dir()} == {package.folder for package in packages()}


def test_an_asset_is_named_by_its_file() -> None:
    asset = vendor("htmx.min.js")
    assert asset.url.startswith("/static/vendor/htmx-")
    assert asset.integrity.startswith("sha384-")
    with pytest.raises(KeyError):
        vendor("LICENSE")
