#pragma once

// Whether the environment has been emptied, and memory for a whole launch been taken, before the program began; naming
// it links the code that does so.
int sbx_is_scrubbed(void);
