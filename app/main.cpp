// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/program.h"

int main(int argc, char *argv[])
{
    return rox::runProgram(argc, argv);
}
