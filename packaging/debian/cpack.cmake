# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0

set(CPACK_PACKAGE_NAME rox-tokens)
set(CPACK_PACKAGE_VENDOR "The Rox Tokens authors")
set(CPACK_PACKAGE_CONTACT "The Rox Tokens authors <authors@roxtokens.github.io>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)
# Qt needs at least one font. The recommended packages add the keyring, Wayland, the system's
# certificate authorities and fonts for other scripts. QtKeychain loads libsecret with dlopen(), and Qt
# its driver for SQLite, so shlibdeps does not find them, and their users only recommend them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "fonts-dejavu-core | fonts-noto-core | fonts-inter, libsecret-1-0, libqt6sql6-sqlite")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, ca-certificates, qt6-wayland, qt6-translations-l10n, fonts-inter, fonts-noto-core")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
    "desktop manager for the API tokens of StackRox and RHACS")
# CPack indents these lines and replaces empty lines by " .".
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Rox Tokens lists the API tokens of a StackRox or Red Hat Advanced Cluster
Security Central, finds one among thousands, shows what each may do and when
it expires, generates new ones and revokes old ones.

A token's value is shown once, masked; copying clears the clipboard after a
countdown. Certificates are always checked, and a generate is sent at most
once.

It includes a demo Central, so that you can try everything without a
cluster: rox-tokens --demo. Rox Tokens is independent of Red Hat and the
StackRox project.")
# finish.cmake adds the copyright file and the changelog, and compresses the manuals.
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_SOURCE_DIR}/debian/finish.cmake")
set(CPACK_ROX_DEBIAN "${CMAKE_CURRENT_SOURCE_DIR}/debian")

include(CPack)
