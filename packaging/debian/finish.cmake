# SPDX-FileCopyrightText: 2026 The Rox Tokens authors
# SPDX-License-Identifier: Apache-2.0

# CPack runs this script after it has installed into the staging tree.
cmake_minimum_required(VERSION 3.25)
if(NOT CPACK_GENERATOR STREQUAL "DEB")
    return()
endif()
set(usr "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr")
set(doc "${usr}/share/doc/rox-tokens")
file(MAKE_DIRECTORY "${doc}" "${usr}/share/lintian/overrides")
file(CHMOD "${doc}" "${usr}/share/lintian" "${usr}/share/lintian/overrides" PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
file(COPY_FILE "${CPACK_ROX_DEBIAN}/copyright" "${doc}/copyright")
file(COPY_FILE "${CPACK_ROX_DEBIAN}/changelog" "${doc}/changelog.Debian")
file(COPY_FILE "${CPACK_ROX_DEBIAN}/lintian-overrides" "${usr}/share/lintian/overrides/rox-tokens")

file(GLOB manuals "${usr}/share/man/man1/*.1")
execute_process(COMMAND gzip -9n "${doc}/changelog.Debian" ${manuals} COMMAND_ERROR_IS_FATAL ANY)
file(GLOB texts "${doc}/*" "${usr}/share/man/man1/*" "${usr}/share/lintian/overrides/*")
file(CHMOD ${texts} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
